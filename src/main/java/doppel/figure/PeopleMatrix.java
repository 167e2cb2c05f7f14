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

    private static final int SIDE = 98;

    /**
     * One person, as all faces drawn.
     *
     * @param name above the column
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

    /** The pictures; each that a network drew has its label. */
    public Gallery gallery() {
        var gallery = Gallery.of().withColumns(1 + columns.size()).withHeight(SIDE);
        for (int row = 0; row < faces.size(); row++) {
            gallery = gallery.with(caption(row, "as it is"), Warp.resize(Mats.bgr(faces.get(row)), SIDE, SIDE));
            for (var column : columns) {
                gallery = gallery.with(
                        caption(row, column.name()), Made.face(column.drawn().get(row), SIDE));
            }
        }
        return gallery;
    }

    private static String caption(int row, String name) {
        return row == 0 ? name : "";
    }
}
