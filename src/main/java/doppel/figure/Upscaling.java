package doppel.figure;

import doppel.evaluate.Psnr;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * A face made smaller and enlarged again: what is lost on the way down does not come back.
 *
 * <p>Book: chapter 3, "Improving your data", upscaling.
 */
public final class Upscaling {

    private static final int SIDE = 216;

    private Upscaling() {}

    /**
     * @param factors by which the face is made smaller, each 1 to 16
     * @return the face, and the same after each factor with how far it is from the first, in decibels inside the mask
     * @throws IOException if the picture cannot be read
     */
    public static Gallery of(FaceFolder folder, FaceRecord face, int... factors) throws IOException {
        var picture = folder.picture(face);
        var mask = folder.mask(face);
        var gallery = Gallery.of().withHeight(SIDE).with("%d pixels".formatted(picture.getWidth()), picture);
        for (var factor : factors) {
            var again = again(picture, factor);
            gallery = gallery.with(
                    "from %d pixels: %.1f dB".formatted(picture.getWidth() / factor, Psnr.inside(again, picture, mask)),
                    again);
        }
        return gallery;
    }

    /** The picture at a fraction of its size, and back. */
    public static BufferedImage again(BufferedImage picture, int factor) {
        if (factor < 1 || factor > 16) {
            throw new IllegalArgumentException("factor must be 1 to 16, got " + factor + "; try 4");
        }
        var small = Warp.resize(picture, picture.getWidth() / factor, picture.getHeight() / factor);
        return Warp.resize(small, picture.getWidth(), picture.getHeight());
    }
}
