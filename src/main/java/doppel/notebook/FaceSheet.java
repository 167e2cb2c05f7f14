package doppel.notebook;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.figure.Ink;
import doppel.image.DamagedPictureException;
import doppel.image.Warp;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The faces of one page in one picture, which travels faster than sixty. */
final class FaceSheet {

    /** Of each face, in pixels. */
    static final int SIDE = 96;

    static final int COLUMNS = 10;

    private static final int LETTERS = 14;

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

    /** A damaged picture is a word, so that its face can be rejected beside the others. */
    static BufferedImage thumbnail(FaceFolder folder, FaceRecord face) {
        try {
            return Warp.resize(folder.picture(face), SIDE, SIDE);
        } catch (DamagedPictureException damaged) {
            return word("damaged");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    private static BufferedImage word(String word) {
        var sheet = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setColor(Ink.QUIET);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Ink.TEXT);
        pen.setFont(Ink.font(LETTERS));
        pen.drawString(word, (SIDE - pen.getFontMetrics().stringWidth(word)) / 2, SIDE / 2);
        pen.dispose();
        return sheet;
    }
}
