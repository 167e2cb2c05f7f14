package doppel.actor;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The room behind an actor, far out of focus: a wall, a window, shelves and a few lamps. */
final class Backdrop {

    private static final int THINGS = 7;
    private static final int LAMPS = 4;

    private final float[] wall;
    private final float[] glow;
    private final float[] things = new float[6 * THINGS];
    private final float[] lamps = new float[4 * LAMPS];
    private final float poolX;

    private Backdrop(ActorRecipe.Room room, long seed) {
        wall = LinearColor.of(room.wall());
        glow = LinearColor.of(room.glow());
        var random = new SplittableRandom(seed + 53);
        poolX = .2f + .6f * (float) random.nextDouble();
        for (int i = 0; i < THINGS; i++) {
            boolean isUpright = random.nextDouble() < .6;
            things[6 * i] = (float) random.nextDouble();
            things[6 * i + 1] = .15f + .6f * (float) random.nextDouble();
            things[6 * i + 2] =
                    isUpright ? .05f + .09f * (float) random.nextDouble() : .2f + .2f * (float) random.nextDouble();
            things[6 * i + 3] =
                    isUpright ? .2f + .3f * (float) random.nextDouble() : .02f + .05f * (float) random.nextDouble();
            things[6 * i + 4] = (float) (random.nextDouble() - .62) * .7f;
            things[6 * i + 5] = .035f + .06f * (float) random.nextDouble();
        }
        for (int i = 0; i < LAMPS; i++) {
            lamps[4 * i] = (float) random.nextDouble();
            lamps[4 * i + 1] = .08f + .45f * (float) random.nextDouble();
            lamps[4 * i + 2] = .022f + .03f * (float) random.nextDouble();
            lamps[4 * i + 3] = .10f + .16f * (float) random.nextDouble();
        }
    }

    /**
     * Linear red, green, blue a pixel, row by row.
     *
     * @param size of the picture in pixels
     */
    static float[] paint(ActorRecipe.Room room, long seed, int size) {
        var backdrop = new Backdrop(room, seed);
        var picture = new float[3 * size * size];
        IntStream.range(0, size).parallel().forEach(row -> {
            for (int column = 0; column < size; column++) {
                backdrop.pixel((column + .5f) / size, (row + .5f) / size, picture, 3 * (row * size + column));
            }
        });
        return picture;
    }

    private void pixel(float u, float v, float[] picture, int at) {
        float pool = Curves.spot(u - poolX, v - .3f, .85f, .8f);
        float light = .5f + .2f * (1 - v) + .45f * pool;
        float warm = .16f * pool;
        for (int i = 0; i < 6 * THINGS; i += 6) {
            float soft = things[i + 5];
            float across = Curves.step(things[i + 2] + soft, things[i + 2] - soft, Math.abs(u - things[i]));
            float down = Curves.step(things[i + 3] + soft, things[i + 3] - soft, Math.abs(v - things[i + 1]));
            float cover = across * down * things[i + 4];
            light *= 1 + cover;
            warm += .10f * Math.max(0, cover);
        }
        for (int i = 0; i < 4 * LAMPS; i += 4) {
            float x = u - lamps[i];
            float y = v - lamps[i + 1];
            float distance = (float) Math.sqrt(x * x + y * y);
            float disc = Curves.step(lamps[i + 2] * 1.25f, lamps[i + 2] * .8f, distance);
            float halo = .25f * Curves.spot(x, y, lamps[i + 2] * 5, lamps[i + 2] * 5);
            warm += lamps[i + 3] * (disc + halo);
        }
        float corner = (u - .5f) * (u - .5f) + (v - .5f) * (v - .5f);
        float vignette = 1 - .55f * corner;
        for (int channel = 0; channel < 3; channel++) {
            picture[at + channel] = vignette * (wall[channel] * light + glow[channel] * warm);
        }
    }
}
