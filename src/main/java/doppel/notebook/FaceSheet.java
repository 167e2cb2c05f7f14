package doppel.notebook;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The faces of one page in one picture, which travels faster than sixty. */
final class FaceSheet {

    /** Of each face, in pixels. */
    static final int SIDE = 96;

    static final int COLUMNS = 10;

    private FaceSheet() {}

    /** Row by row, {@link #COLUMNS} each. */
    static BufferedImage of(FaceFolder folder, List<FaceRecord> faces) {
        var rows = Math.max(1, (faces.size() + COLUMNS - 1) / COLUMNS);
        var sheet = new BufferedImage(COLUMNS * SIDE, rows * SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var thumbnails =
                faces.parallelStream().map(face -> thumbnail(folder, face)).toList();
        var pen = sheet.createGraphics();
        for (int i = 0; i < thumbnails.size(); i++) {
            pen.drawImage(thumbnails.get(i), i % COLUMNS * SIDE, i / COLUMNS * SIDE, null);
        }
        pen.dispose();
        return sheet;
    }

    static BufferedImage thumbnail(FaceFolder folder, FaceRecord face) {
        try {
            return Warp.resize(folder.picture(face), SIDE, SIDE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }
}
