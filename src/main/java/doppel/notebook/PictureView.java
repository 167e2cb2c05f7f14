package doppel.notebook;

import java.awt.image.BufferedImage;

/** A picture is shown as it is. */
final class PictureView {

    private PictureView() {}

    static Bundle of(BufferedImage picture) {
        return Bundle.text("picture of %d x %d".formatted(picture.getWidth(), picture.getHeight()))
                .withPicture(picture);
    }
}
