package doppel.notebook;

import doppel.align.AlignedFace;
import doppel.evaluate.ScoredFrame;
import doppel.extract.FoundFace;
import doppel.figure.Gallery;
import doppel.image.Mask;
import doppel.media.Frame;
import doppel.provenance.Marks;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** What stands for a value in a gallery of many. */
final class Thumbnail {

    private Thumbnail() {}

    /** Empty if the value is nothing to look at. */
    static Optional<Gallery.Cell> of(Object value) {
        if (value instanceof BufferedImage picture) {
            return cell(picture, "");
        }
        if (value instanceof Mask mask) {
            return cell(mask.picture(), "");
        }
        if (value instanceof AlignedFace face) {
            return cell(face.picture(), "");
        }
        if (value instanceof FoundFace face) {
            return cell(
                    face.aligned().picture(), "%.2f".formatted(face.detected().score()));
        }
        if (value instanceof Frame frame) {
            return cell(frame.picture(), FaceView.caption(frame));
        }
        if (value instanceof ScoredFrame scored) {
            var caption = "%.1f dB".formatted(scored.score().psnr());
            return Optional.of(new Gallery.Cell(scored.swap(), caption, Optional.empty(), Optional.of(Marks.swap())));
        }
        return Optional.empty();
    }

    private static Optional<Gallery.Cell> cell(BufferedImage picture, String caption) {
        return Optional.of(new Gallery.Cell(picture, caption, Optional.empty()));
    }
}
