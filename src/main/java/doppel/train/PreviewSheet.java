package doppel.train;

import doppel.image.PictureFile;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A preview of a run as it lies on the disk: the same five faces of each person, and what the network drew of them.
 *
 * @param step that it was drawn after
 * @param picture all of it, with its visible label
 */
public record PreviewSheet(int step, BufferedImage picture) {

    /** Faces of each person. */
    public static final int ROWS = 5;

    /** Height of the colored bar above the faces. */
    static final int BAR = 8;

    /** The columns, from left to right. */
    public enum Column {
        A,
        A_AS_A,
        A_AS_B,
        B,
        B_AS_B,
        B_AS_A
    }

    /**
     * All previews of a run, oldest first.
     *
     * @throws IOException if a picture cannot be read
     */
    public static List<PreviewSheet> all(RunFolder run) throws IOException {
        var sheets = new ArrayList<PreviewSheet>();
        for (var file : run.previews()) {
            sheets.add(read(file));
        }
        return List.copyOf(sheets);
    }

    static PreviewSheet read(Path file) throws IOException {
        return new PreviewSheet(step(file), PictureFile.read(file));
    }

    /** The step in the name of a preview. */
    public static int step(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    /**
     * One face.
     *
     * @param row 0 to 4, from the beginning of the clip to its end
     */
    public BufferedImage face(int row, Column column) {
        var side = picture.getWidth() / Column.values().length;
        var cell = picture.getData(new Rectangle(column.ordinal() * side, BAR + row * side, side, side));
        var face = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        face.getRaster().setRect(cell.createTranslatedChild(0, 0));
        return face;
    }
}
