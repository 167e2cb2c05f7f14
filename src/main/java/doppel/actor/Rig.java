package doppel.actor;

/** Poses a person: expression first, then lids on the eyes, then the turning of the head. */
final class Rig {

    /** Each eye turns in a little to look at the camera and not past it, in degrees. */
    private static final double CONVERGENCE = 1.3;

    private Rig() {}

    static PosedHead pose(Person person, Moment moment) {
        var weights = Expression.weights(moment);
        var neutral = person.shape();
        var shape = neutral.clone();
        Expression.move(shape, weights);
        LipSeal.load().part(shape);
        var leftLids = new LidMotion(true);
        var rightLids = new LidMotion(false);
        leftLids.move(shape, neutral, weights);
        rightLids.move(shape, neutral, weights);
        leftLids.glide(shape, neutral, person.leftEye());
        rightLids.glide(shape, neutral, person.rightEye());
        var mesh = FineMesh.body();
        var fine = mesh.refine(shape);
        var bones = NeckBones.load();
        var turns = bones.turns(neutral, Turn.head(moment.yaw(), moment.pitch(), moment.roll()));
        var skull = turns[turns.length - 1];
        var posed = bones.moveFine(fine, turns);
        return new PosedHead(
                person,
                bones.moveBase(shape, turns),
                posed,
                mesh.normals(posed),
                skull.m(),
                eye(person.leftEye(), skull, moment, -CONVERGENCE),
                eye(person.rightEye(), skull, moment, CONVERGENCE));
    }

    private static Eyeball eye(Eyeball ball, Turn skull, Moment moment, double turned) {
        var gaze = Turn.head(moment.gazeYaw() + turned, moment.gazePitch(), 0);
        return new Eyeball(skull.point(ball.center()), skull.after(gaze).direction(ball.axis()), ball.radius());
    }
}
