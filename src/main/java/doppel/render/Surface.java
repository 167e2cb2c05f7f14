package doppel.render;

/**
 * A mesh of triangles to be lit. The arrays are taken as they are: do not change them while a picture is made.
 *
 * @param positions x y z a vertex, in dm
 * @param normals unit vector a vertex
 * @param face 0 to 1 a vertex: how much it belongs to the face that a swap replaces
 * @param triangles three vertices each, counterclockwise seen from outside
 * @param uv u v a triangle corner (6 a triangle), 0 to 1, v up; for {@link Material.Teeth} u runs along the row from 0 to
 *     1 and v from the gums to the edge
 * @param parts a part number a triangle, for {@link Rendering#parts()}
 * @param material what it is made of
 */
public record Surface(
        float[] positions,
        float[] normals,
        float[] face,
        int[] triangles,
        float[] uv,
        byte[] parts,
        Material material) {}
