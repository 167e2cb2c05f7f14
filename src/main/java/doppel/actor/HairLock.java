package doppel.actor;

import java.util.SplittableRandom;

/** A hair while it grows, and what it shares with the hairs that follow it. */
final class HairLock {

    /** x y z a point; the root first. */
    final float[] points;

    /** How many points it has. */
    int length;

    /** Root on the template. */
    final float[] rest = new float[3];

    /** Out of the skin at the root. */
    final float[] normal = new float[3];

    /** Where the tip is now. */
    final float[] at = new float[3];

    /** About where on the template that is. */
    final float[] near = new float[3];

    /** Where the comb draws it. */
    final float[] wish = new float[3];

    /** -1 to 1, how the lock leaves the comb's way. */
    final float[] astray = new float[3];

    /** -1 dark to 1 light. */
    final float shade;

    private final float[] heading = new float[3];
    private final float[] out = new float[3];
    private final float phase;
    private final float winding;

    HairLock(int points, SplittableRandom random) {
        this.points = new float[3 * points];
        for (int k = 0; k < 3; k++) {
            astray[k] = (float) (2 * random.nextDouble() - 1);
        }
        shade = (float) (random.nextDouble() + random.nextDouble() - 1);
        phase = (float) (2 * Math.PI * random.nextDouble());
        winding = random.nextDouble() < .5 ? -1 : 1;
    }

    /** More than 1 where hair grays first. */
    float atTemple() {
        return 1 + .9f * Curves.step(.5f, .68f, Math.abs(rest[0])) * Curves.step(8, 7.4f, rest[1]);
    }

    /** Takes the point as place of the tip and finds what is out of the head there. */
    void arrive(int k) {
        System.arraycopy(points, 3 * k, at, 0, 3);
        for (int i = 0; i < 3; i++) {
            near[i] = at[i] + rest[i] - points[i];
        }
        if (k == 0) {
            System.arraycopy(normal, 0, out, 0, 3);
            return;
        }
        // a head is about as wide, high and deep as this ellipsoid
        out[0] = (at[0] - SkullMap.CENTER[0]) / .58f;
        out[1] = (at[1] - SkullMap.CENTER[1]) / 1.1f;
        out[2] = (at[2] - SkullMap.CENTER[2]) / .9f;
        unit(out);
    }

    /** Whether the tip hangs before the brows or below them. */
    boolean isInFace() {
        return near[1] < 7.83f && near[2] > 1 && Math.abs(near[0]) < .58f;
    }

    /** Takes from the wish what points out of the skin. */
    void flatten() {
        float outward = wish[0] * out[0] + wish[1] * out[1] + wish[2] * out[2];
        for (int k = 0; k < 3; k++) {
            wish[k] -= outward * out[k];
        }
        unit(wish);
    }

    /** Heads for the wish, lifted off the skin and led astray. */
    void turn(float lift, float x, float y, float z, float follow) {
        wish[0] += lift * out[0] + x;
        wish[1] += lift * out[1] + y;
        wish[2] += lift * out[2] + z;
        unit(wish);
        for (int k = 0; k < 3; k++) {
            heading[k] = Curves.mix(heading[k], wish[k], follow);
        }
        unit(heading);
    }

    void go(float step) {
        for (int k = 0; k < 3; k++) {
            at[k] += step * heading[k];
        }
    }

    /** Draws the tip to the leader's point {@code k}. */
    void gather(HairLock leader, int k, float amount) {
        if (k >= leader.length) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            float beside = leader.points[3 * k + i] + (points[i] - leader.points[i]) * (1 - .85f * amount);
            at[i] = Curves.mix(at[i], beside, amount);
        }
    }

    void put(int k) {
        System.arraycopy(at, 0, points, 3 * k, 3);
    }

    /** Winds the hair around its own way, in step with the lock. */
    void curl(HairLock leader, float radius, float turns) {
        var way = points.clone();
        var along = new float[3];
        for (int k = 1; k < length; k++) {
            for (int i = 0; i < 3; i++) {
                along[i] = way[3 * k + i] - way[3 * k - 3 + i];
            }
            unit(along);
            float share = (float) k / (length - 1);
            double angle = leader.phase + leader.winding * 2 * Math.PI * turns * share;
            float wide = radius * Curves.step(0, .25f, share);
            float c = wide * (float) StrictMath.cos(angle);
            float s = wide * (float) StrictMath.sin(angle);
            // two directions across the hair's way
            float ux = along[1] * out[2] - along[2] * out[1];
            float uy = along[2] * out[0] - along[0] * out[2];
            float uz = along[0] * out[1] - along[1] * out[0];
            float scale = 1 / ((float) Math.sqrt(ux * ux + uy * uy + uz * uz) + 1e-6f);
            points[3 * k] += scale * (c * ux + s * (along[1] * uz - along[2] * uy));
            points[3 * k + 1] += scale * (c * uy + s * (along[2] * ux - along[0] * uz));
            points[3 * k + 2] += scale * (c * uz + s * (along[0] * uy - along[1] * ux));
        }
    }

    private static void unit(float[] v) {
        float scale = 1 / ((float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) + 1e-9f);
        v[0] *= scale;
        v[1] *= scale;
        v[2] *= scale;
    }
}
