package doppel.notebook;

import doppel.extract.FaceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A face folder is shown as its faces. */
final class FolderView {

    private FolderView() {}

    static Bundle of(FaceFolder folder) {
        if (folder.faces().isEmpty()) {
            return Bundle.text("no face of %s in %,d frames"
                    .formatted(folder.person(), folder.frames().size()));
        }
        try {
            return FaceGallery.of(folder).display();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
