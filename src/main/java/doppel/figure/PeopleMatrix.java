package doppel.figure;

import doppel.image.Mats;
import doppel.image.Warp;
import doppel.model.SwapModel;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Every face drawn as every person: a row a face, first as it is, then a column for each person that a network can draw.
 *
 * <pre>{@code PeopleMatrix.of(faces).with("A", model, 0).with("B", model, 1).gallery()}</pre>
 *
 * <p>Down a column the person stays and everything else changes; along a row it is the other way round.
 *
 * <p>Book: chapter 1, the idea of one encoder and a decoder for each person.
 *
 * @param faces of the size that the networks see
 * @param columns who is drawn, in order
 */
public record PeopleMatrix(List<BufferedImage> faces, List<Column> columns) {

    private static final int GAP = 6;
    private static final int MOST_SIDE = 98;

    /**
     * One person, as all faces drawn.
     *
     * @param name below the column
     * @param drawn a picture a face
     */
    public record Column(String name, List<BufferedImage> drawn) {

        public Column {
            drawn = List.copyOf(drawn);
        }
    }

    public PeopleMatrix {
        faces = List.copyOf(faces);
        columns = List.copyOf(columns);
    }

    /** Of these faces, and of nobody yet. */
    public static PeopleMatrix of(List<BufferedImage> faces) {
        return new PeopleMatrix(faces, List.of());
    }

    /**
     * Adds a column.
     *
     * @param person of that network, from 0
     * @throws IllegalArgumentException if a face has another size or there is no such person
     */
    public PeopleMatrix with(String name, SwapModel model, int person) {
        var more = new ArrayList<>(columns);
        more.add(new Column(name, model.decode(person, faces)));
        return new PeopleMatrix(faces, more);
    }

    /** The pictures, the names below the last row; each that a network drew has its label. */
    public Gallery gallery() {
        var across = 1 + columns.size();
        var side = Math.min(MOST_SIDE, (Gallery.PAGE + GAP) / across - GAP);
        var gallery = Gallery.of().withColumns(across).withHeight(side);
        for (int row = 0; row < faces.size(); row++) {
            gallery = gallery.with(caption(row, "as it is"), Warp.resize(Mats.bgr(faces.get(row)), side, side));
            for (var column : columns) {
                gallery = gallery.with(
                        caption(row, column.name()), Made.face(column.drawn().get(row), side));
            }
        }
        return gallery;
    }

    private String caption(int row, String name) {
        return row == faces.size() - 1 ? name : "";
    }
}
