package doppel.figure;

import doppel.clean.FaceGroup;
import doppel.extract.FaceFolder;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * A folder in groups: one row a group, with what it has in common, how many faces it has, and some of them.
 *
 * <pre>{@code GroupSheet.of(faces, table.groupedBy(SortKey.YAW, 9))}</pre>
 *
 * <p>Book: chapter 4, "Preparing the training images", the sort tool.
 */
public final class GroupSheet {

    private static final int SIDE = 88;
    private static final int GAP = 6;
    private static final int LEFT = 170;
    private static final int LETTERS = 14;

    private GroupSheet() {}

    /**
     * @param folder whose faces these are
     * @throws IllegalArgumentException if there is no group
     * @throws IOException if a picture cannot be read
     */
    public static BufferedImage of(FaceFolder folder, List<FaceGroup> groups) throws IOException {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a sheet needs a group: group a table that has at least one face");
        }
        var sheet = Brush.paper(Gallery.PAGE, groups.size() * (SIDE + GAP) - GAP);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            for (int row = 0; row < groups.size(); row++) {
                draw(brush, folder, groups.get(row), row * (SIDE + GAP));
            }
        }
        return sheet;
    }

    /** As many faces as fit, from first to last in equal steps. */
    private static void draw(Brush brush, FaceFolder folder, FaceGroup group, int top) throws IOException {
        var count = group.faces().size();
        var middle = top + SIDE / 2.0;
        brush.words(group.label(), new Point(2, middle - LETTERS * 0.7), Ink.TEXT, LETTERS);
        brush.words(count == 1 ? "1 face" : count + " faces", new Point(2, middle + LETTERS * 0.7), Ink.A, LETTERS);
        var left = LEFT;
        for (var face : MeasuredFaces.spread(group.faces(), (Gallery.PAGE - LEFT + GAP) / (SIDE + GAP))) {
            brush.picture(Warp.resize(folder.picture(face), SIDE, SIDE), new Point(left, top));
            left += SIDE + GAP;
        }
    }
}
