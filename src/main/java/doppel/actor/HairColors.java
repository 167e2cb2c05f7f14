package doppel.actor;

import java.util.SplittableRandom;

/** The colors of single hairs: each a little lighter or darker than the next, some gray. */
final class HairColors {

    private static final float[] GRAY = {.30f, .295f, .285f};

    /** A single hair is lighter than a head of hair, where most hairs lie in the shade of others. */
    private static final float SINGLE = 1.3f;

    private final float[] base;
    private final double gray;

    HairColors(ActorRecipe.Hair hair, double grayer) {
        this.base = LinearColor.of(hair.color());
        float mean = (base[0] + base[1] + base[2]) / 3;
        for (int channel = 0; channel < 3; channel++) {
            // light that passes through many hairs comes out more colorful than it went in
            base[channel] = Math.min(1, SINGLE * Curves.mix(base[channel], mean, .22f));
        }
        this.gray = Math.min(1, hair.gray() * grayer);
    }

    /**
     * The next hair's color, written to {@code out}.
     *
     * @param lock -1 dark to 1 light: what hairs side by side share
     * @param fading 1 the usual share of gray, more where hair grays first
     */
    void next(SplittableRandom random, float lock, float fading, float[] out) {
        float light = 1 + .24f * lock + .3f * (float) (random.nextDouble() - .5);
        float warm = .12f * (float) (random.nextDouble() - .5) + .05f * lock;
        boolean isGray = random.nextDouble() < gray * fading;
        // where few hairs are gray, many of those are only half gray
        float strength = isGray ? (float) Math.min(1, .25 + .4 * random.nextDouble() + .6 * gray) : 0;
        float shade = isGray ? .65f + .5f * (float) random.nextDouble() : light;
        for (int channel = 0; channel < 3; channel++) {
            float color = isGray
                    ? Curves.mix(base[channel], GRAY[channel], strength)
                    : base[channel] * (1 + warm * (1 - channel));
            out[channel] = Math.min(1, Math.max(.002f, color * shade));
        }
    }
}
