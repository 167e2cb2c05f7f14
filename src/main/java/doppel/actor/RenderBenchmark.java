package doppel.actor;

import doppel.render.RenderClock;
import doppel.render.RenderStage;
import java.util.EnumMap;
import java.util.Map;

/** How long a frame of an actor takes on this machine, one frame at a time on all cores. */
public final class RenderBenchmark {

    private static final int WARM_UP = 3;
    private static final int FRAMES = 10;
    private static final double SECONDS_BETWEEN = 1.7;

    private RenderBenchmark() {}

    /**
     * What was measured.
     *
     * @param castSeconds to shape, paint and grow the person once
     * @param seconds a frame, posing and labels included
     * @param stages seconds a frame of each stage of rendering
     */
    public record Speed(double castSeconds, double seconds, Map<RenderStage, Double> stages) {}

    /** Casts the person and renders some moments of their performance. */
    public static Speed run(ActorRecipe recipe, int size) {
        var begin = System.nanoTime();
        var actor = Actor.cast(recipe, size);
        var cast = (System.nanoTime() - begin) / 1e9;
        var performance = Performance.of(recipe.seed());
        for (int i = 0; i < WARM_UP; i++) {
            actor.shoot(performance.at(i * SECONDS_BETWEEN));
        }
        var clock = new RenderClock();
        begin = System.nanoTime();
        for (int i = 0; i < FRAMES; i++) {
            actor.shoot(performance.at(i * SECONDS_BETWEEN), clock);
        }
        var seconds = (System.nanoTime() - begin) / 1e9 / FRAMES;
        var stages = new EnumMap<RenderStage, Double>(RenderStage.class);
        clock.seconds().forEach((stage, sum) -> stages.put(stage, sum / FRAMES));
        return new Speed(cast, seconds, stages);
    }
}
