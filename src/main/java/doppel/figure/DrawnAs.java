package doppel.figure;

import doppel.image.Mats;
import doppel.image.Warp;
import doppel.model.Side;
import doppel.train.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * The same faces in the first row, and below them what several runs draw for them, all as one person.
 *
 * <p>Book: chapter 6, "Exploring the training code", previews; the book draws one face of one run.
 */
public final class DrawnAs {

    private static final int SIDE = 98;

    private DrawnAs() {}

    /**
     * @param faces of the size that the networks see, at most eight
     * @throws IOException if a run has no weights yet
     */
    public static Gallery of(Side side, List<BufferedImage> faces, RunFolder... runs) throws IOException {
        var gallery = Gallery.of().withColumns(faces.size()).withHeight(SIDE);
        for (var face : faces) {
            gallery = gallery.with("", Warp.resize(Mats.bgr(face), SIDE, SIDE));
        }
        for (var run : runs) {
            try (var model = run.openModel()) {
                for (var drawn : model.decode(side, faces)) {
                    gallery = gallery.with(run.name(), Made.face(drawn, SIDE));
                }
            }
        }
        return gallery;
    }
}
