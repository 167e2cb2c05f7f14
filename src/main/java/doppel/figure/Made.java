package doppel.figure;

import doppel.image.Mats;
import doppel.image.Warp;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;

/** Pictures of faces that a network drew: brought to size, then labeled. */
final class Made {

    private Made() {}

    static BufferedImage face(BufferedImage drawn, int side) {
        return VisibleLabel.of(Marks.preview(), side, side).draw(Warp.resize(Mats.bgr(drawn), side, side));
    }

    /** A frame with a swapped face, at the height at which it is shown, so that the label can be read. */
    static BufferedImage swap(BufferedImage picture, int height) {
        var width = Math.round((float) height * picture.getWidth() / picture.getHeight());
        return VisibleLabel.of(Marks.swap(), width, height).draw(Warp.resize(Mats.bgr(picture), width, height));
    }
}
