package doppel.image;

import java.io.IOException;

/** A file that should be a picture and is not a whole one. Its message names the file and what is wrong with it. */
public final class DamagedPictureException extends IOException {

    private static final long serialVersionUID = 1;

    public DamagedPictureException(String message) {
        super(message);
    }
}
