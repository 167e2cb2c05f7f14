package doppel.actor;

import java.util.SplittableRandom;

/**
 * The bun of tied hair: hairs wound around a cushion at the back of the head.
 *
 * @param middle x y z
 * @param colors of its hairs
 */
record HairKnot(float[] middle, HairColors colors) {

    private static final int POINTS = 14;
    private static final float WIDE = .27f;
    private static final float DEEP = .2f;

    void grow(StrandList list, int hairs, SplittableRandom random) {
        var chain = new float[3 * POINTS];
        var color = new float[3];
        for (int hair = 0; hair < hairs; hair++) {
            float ring = WIDE * (float) Math.sqrt(random.nextDouble());
            double from = 2 * Math.PI * random.nextDouble();
            float drift = .08f * (float) (random.nextDouble() - .5);
            float depth = .75f + .3f * (float) random.nextDouble();
            for (int k = 0; k < POINTS; k++) {
                float share = (float) k / (POINTS - 1);
                double angle = from + 3.2 * share;
                float r = Math.max(.02f, ring + drift * share);
                float dome = DEEP * depth * (float) Math.sqrt(Math.max(0, 1 - r * r / (1.15f * WIDE * WIDE)));
                chain[3 * k] = middle[0] + r * (float) StrictMath.cos(angle);
                chain[3 * k + 1] = middle[1] + r * (float) StrictMath.sin(angle) + .1f * dome;
                chain[3 * k + 2] = middle[2] - dome + .1f;
            }
            colors.next(random, (float) StrictMath.sin(3 * from), 1, color);
            list.add(chain, POINTS, color);
        }
    }
}
