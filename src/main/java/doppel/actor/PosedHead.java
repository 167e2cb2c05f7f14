package doppel.actor;

import doppel.render.Material;
import doppel.render.Surface;
import doppel.render.Texture;
import java.util.ArrayList;
import java.util.List;

/**
 * A person at one moment of a clip, in front of the camera.
 *
 * @param person who
 * @param base positions of the base mesh, x y z a vertex, in dm
 * @param fine positions of {@link FineMesh#body()}
 * @param normals of the fine positions
 * @param head three rows of four: turns and moves a point of the neutral shape as the skull does
 * @param leftEye of the actor
 * @param rightEye of the actor
 */
record PosedHead(
        Person person, float[] base, float[] fine, float[] normals, double[] head, Eyeball leftEye, Eyeball rightEye) {

    /** Skin and cloth, painted with a texture laid out as the {@link Atlas} says. */
    Surface skin(Texture texture) {
        var mesh = FineMesh.body();
        return new Surface(
                fine,
                normals,
                mesh.weights(Region.FACE),
                mesh.triangles(),
                mesh.uv(),
                mesh.parts(),
                new Material.Painted(texture));
    }

    /** Eyes, teeth and tongue. */
    List<Surface> inside() {
        var inside = new ArrayList<Surface>();
        inside.add(EyeMesh.of(leftEye, person.faceRecipe()));
        inside.add(EyeMesh.of(rightEye, person.faceRecipe()));
        inside.addAll(MouthMeshes.pose(base));
        return inside;
    }
}
