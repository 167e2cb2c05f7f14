package doppel.notebook;

import doppel.figure.Gallery;
import java.util.stream.Collectors;

/** A gallery is shown as the one picture that it draws. */
final class GalleryView {

    private GalleryView() {}

    static Bundle of(Gallery gallery) {
        var captions = gallery.cells().stream()
                .map(Gallery.Cell::caption)
                .filter(caption -> !caption.isEmpty())
                .collect(Collectors.joining(", "));
        var count = gallery.cells().size();
        var text = "gallery of %d picture%s%s"
                .formatted(count, count == 1 ? "" : "s", captions.isEmpty() ? "" : ": " + captions);
        return Bundle.text(text).withPicture(gallery.draw());
    }
}
