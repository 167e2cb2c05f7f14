package doppel.render;

import java.util.List;

/**
 * Everything that a picture shows.
 *
 * @param camera where from
 * @param surfaces meshes
 * @param strands hairs
 * @param lighting lamps and sky
 * @param backdrop linear red, green, blue a pixel of the picture, row by row: what is far behind
 */
public record Scene(Camera camera, List<Surface> surfaces, List<Strands> strands, Lighting lighting, float[] backdrop) {

    /**
     * @throws IllegalArgumentException if the backdrop has another size than the picture
     */
    public Scene {
        surfaces = List.copyOf(surfaces);
        strands = List.copyOf(strands);
        var needed = 3 * camera.size() * camera.size();
        if (backdrop.length != needed) {
            throw new IllegalArgumentException(
                    "the backdrop has %d numbers but the picture needs %d".formatted(backdrop.length, needed));
        }
    }
}
