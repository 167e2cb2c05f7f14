package doppel.swap;

import doppel.align.FaceAligner;
import doppel.extract.FaceFinder;
import doppel.extract.FoundFace;
import doppel.image.Mats;
import doppel.model.SwapModel;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Swaps the faces of one frame: crop, encode, decode with the other side's decoder, blend.
 *
 * <p>It borrows the model and the finder: whoever opened them closes them.
 *
 * <p>Book: chapter 7; chapter 1 has the idea, one encoder and a decoder per person.
 */
public final class FaceSwapper {

    private final SwapModel model;
    private final FaceFinder finder;
    private final SwapOptions options;
    private final FaceBlender blender;

    public FaceSwapper(SwapModel model, FaceFinder finder, SwapOptions options) {
        this.model = model;
        this.finder = finder;
        this.options = options;
        this.blender = new FaceBlender(options);
    }

    /** A new frame with its largest face swapped, labeled; the frame itself, in the same colors, if it has no face. */
    public BufferedImage swap(BufferedImage frame) {
        var picture = Mats.bgr(frame);
        return steps(picture).map(FaceSwapper::labeled).orElse(picture);
    }

    /** A new frame with this face swapped, labeled; {@link #steps} has it without label, to measure and to go on with. */
    public BufferedImage swap(BufferedImage frame, FoundFace face) {
        return labeled(steps(frame, face));
    }

    /** How the largest face is swapped; empty if there is none. */
    public Optional<SwapSteps> steps(BufferedImage frame) {
        var picture = Mats.bgr(frame);
        return finder.find(picture).stream().findFirst().map(face -> steps(picture, face));
    }

    /** How this face is swapped, step by step. */
    public SwapSteps steps(BufferedImage frame, FoundFace face) {
        var picture = Mats.bgr(frame);
        var cut = model.design().crop();
        var crop = FaceAligner.align(picture, face.toFaceUnits(), cut).picture();
        var decoded = model.decode(options.show(), List.of(crop)).get(0);
        return new SwapSteps(picture, face, cut, crop, decoded, blender.steps(picture, face, decoded, cut));
    }

    /** The same model and finder with other options. */
    public FaceSwapper with(SwapOptions other) {
        return new FaceSwapper(model, finder, other);
    }

    private static BufferedImage labeled(SwapSteps steps) {
        var composite = steps.composite();
        return VisibleLabel.of(Marks.swap(), composite.getWidth(), composite.getHeight())
                .draw(composite);
    }
}
