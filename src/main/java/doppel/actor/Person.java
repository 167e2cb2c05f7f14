package doppel.actor;

import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody's shape at rest.
 *
 * <p>People share one mesh, so a part of one person can be laid exactly over the same part of another: that is how the
 * truth of a swap is made.
 */
final class Person {

    private final ActorRecipe recipe;
    private final ActorRecipe faceRecipe;
    private final float[] shape;
    private final Eyeball leftEye;
    private final Eyeball rightEye;

    private Person(ActorRecipe recipe, ActorRecipe faceRecipe, float[] shape, Eyeball leftEye, Eyeball rightEye) {
        this.recipe = recipe;
        this.faceRecipe = faceRecipe;
        this.shape = shape;
        this.leftEye = leftEye;
        this.rightEye = rightEye;
    }

    static Person of(ActorRecipe recipe) {
        var shape = PersonShape.of(recipe);
        var fine = FineMesh.body().refine(shape);
        return new Person(
                recipe, recipe, shape, EyeFit.of(shape, fine, EyeFit.LEFT), EyeFit.of(shape, fine, EyeFit.RIGHT));
    }

    /** Of the head. */
    ActorRecipe recipe() {
        return recipe;
    }

    /** Of the face: another person's after {@link #wearing}. */
    ActorRecipe faceRecipe() {
        return faceRecipe;
    }

    /** Neutral positions of the base mesh, x y z a vertex, in dm; the middle of the eyes near (0, 7.285, 1.25). */
    float[] shape() {
        return shape;
    }

    /** The actor's left eye at rest. */
    Eyeball leftEye() {
        return leftEye;
    }

    /** The actor's right eye at rest. */
    Eyeball rightEye() {
        return rightEye;
    }

    /**
     * The truth of a swap: the face of {@code face} on this head.
     *
     * <p>It is placed as the swap places it: by the similarity that lays the inner landmarks of both over the mean face.
     */
    Person wearing(Person face) {
        var toHere = face.toMeanFace().then(toMeanFace().inverse());
        var scale = toHere.scale();
        var depth = leftEye.center()[2]
                + rightEye.center()[2]
                - scale * (face.leftEye.center()[2] + face.rightEye.center()[2]);
        var worn = new float[shape.length];
        for (int i = 0; i < shape.length; i += 3) {
            var at = toHere.apply(new Point(face.shape[i], -face.shape[i + 1]));
            worn[i] = (float) at.x();
            worn[i + 1] = (float) -at.y();
            worn[i + 2] = (float) (scale * face.shape[i + 2] + depth / 2);
        }
        var weights = FineMesh.body().baseFace();
        var mixed = new float[shape.length];
        for (int i = 0; i < shape.length; i++) {
            var weight = i / 3 < weights.length ? weights[i / 3] : 1;
            mixed[i] = shape[i] + weight * (worn[i] - shape[i]);
        }
        // joints stay those of the head that turns
        for (int i = 3 * PersonShape.FIRST_JOINT; i < 3 * PersonShape.FIRST_EYE; i++) {
            mixed[i] = shape[i];
        }
        var fine = FineMesh.body().refine(mixed);
        return new Person(
                recipe,
                face.faceRecipe,
                mixed,
                EyeFit.of(mixed, fine, EyeFit.LEFT),
                EyeFit.of(mixed, fine, EyeFit.RIGHT));
    }

    /** From x and -y of the neutral shape to the mean face, by the 51 inner landmarks. */
    private Similarity toMeanFace() {
        var fine = FineMesh.body().refine(shape);
        List<Point> inner = new ArrayList<>();
        for (int i = 17; i < 68; i++) {
            var at = Landmarks68.place(fine, i);
            inner.add(new Point(at[0], -at[1]));
        }
        return Similarity.fit(inner, MeanFace.inner());
    }
}
