package doppel.swap;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.extract.FoundFace;
import doppel.image.Mask;
import java.awt.image.BufferedImage;

/**
 * One swap with everything that lies between the frame and its swap, each step to be looked at.
 *
 * <p>{@link FaceSwapper#swap} returns the last of these steps: what is shown here is what happens there. The pictures
 * carry no label: they leave through a writer or a figure that marks them.
 *
 * <p>Book: chapter 7, "Getting hands-on with the convert code".
 *
 * @param frame before the swap
 * @param face the face in it that is painted over
 * @param cut which part of the face {@code crop} and {@code decoded} show, and how large
 * @param crop the target's own face, as the encoder sees it
 * @param decoded the same pose and expression, drawn by the other person's decoder; as large as {@code crop}
 * @param blend how {@code decoded} was put into the frame
 */
public record SwapSteps(
        BufferedImage frame, FoundFace face, CropOptions cut, BufferedImage crop, BufferedImage decoded, Blend blend) {

    /** The decoded face, enlarged, in the colors of the frame. */
    public BufferedImage matched() {
        return blend.matched();
    }

    /** What of the matched face is pasted. */
    public Mask mask() {
        return blend.mask();
    }

    /** The frame with the new face. */
    public BufferedImage composite() {
        return blend.composite();
    }

    /** The same decoded face, put into the frame with other options; whose face it is stays. */
    public SwapSteps with(SwapOptions options) {
        return new SwapSteps(
                frame, face, cut, crop, decoded, new FaceBlender(options).steps(frame, face, decoded, cut));
    }

    /** What {@code look} cuts out of the frame before the swap. */
    public BufferedImage before(CropOptions look) {
        return FaceAligner.align(frame, face.toFaceUnits(), look).picture();
    }

    /** What {@code look} cuts out of the composite. */
    public BufferedImage after(CropOptions look) {
        return FaceAligner.align(composite(), face.toFaceUnits(), look).picture();
    }
}
