package doppel.swap;

import doppel.extract.FaceFinder;
import doppel.extract.FoundFace;
import doppel.image.Mats;
import doppel.image.Warp;
import doppel.model.SwapModel;
import java.awt.image.BufferedImage;
import java.util.List;

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

    /** A new frame with its largest face swapped; the frame itself, in the same colors, if it has no face. */
    public BufferedImage swap(BufferedImage frame) {
        var picture = Mats.bgr(frame);
        return finder.find(picture).stream()
                .findFirst()
                .map(face -> swap(picture, face))
                .orElse(picture);
    }

    /** A new frame with this face swapped. */
    public BufferedImage swap(BufferedImage frame, FoundFace face) {
        var picture = Mats.bgr(frame);
        return blender.blend(
                picture, face, decoded(picture, face), model.design().crop());
    }

    /** What the decoder draws for this face, before color and blend: the size of the model. */
    public BufferedImage decoded(BufferedImage frame, FoundFace face) {
        var crop = model.design().crop();
        var move = face.toFaceUnits().then(crop.fromFaceUnits());
        var own = Warp.picture(frame, move, crop.size(), crop.size(), Warp.Outside.EDGE);
        return model.decode(options.show(), List.of(own)).get(0);
    }
}
