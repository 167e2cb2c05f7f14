package doppel.train;

import doppel.model.ModelDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which network to train in the time there is: what each comes to on this machine, measured a moment before.
 *
 * <p>A larger picture shows more and learns it more slowly. A few thousand steps make a face, some ten thousand a good
 * one; a design that the budget gives a few hundred steps is too large for it.
 *
 * <p>Book: chapter 6, "Training", which says how long its author's machine took.
 *
 * @param minutes the budget
 * @param runs one a design
 */
public record TrainingPlan(double minutes, List<PlannedRun> runs) {

    /**
     * @throws IllegalArgumentException if there is no time
     */
    public TrainingPlan {
        if (!(minutes > 0 && minutes <= 1e6)) {
            throw new IllegalArgumentException("a plan is for more than 0 minutes, got %s; try 4".formatted(minutes));
        }
        runs = List.copyOf(runs);
    }

    /**
     * Takes a few steps of each design that fits into memory.
     *
     * @param batch faces a side for a design, 1 to 256
     * @param minutes the budget
     * @param seconds to measure each design for; three steps are taken at least
     */
    public static TrainingPlan measure(
            List<ModelDesign> designs, ToIntFunction<ModelDesign> batch, double minutes, double seconds)
            throws InterruptedException {
        var runs = new ArrayList<PlannedRun>();
        for (var design : designs) {
            var options = TrainOptions.quick().withDesign(design).withBatch(batch.applyAsInt(design));
            var forecast = MemoryForecast.of(options);
            var step = forecast.fits()
                    ? StepBenchmark.measure(design, options.batch(), seconds).seconds()
                    : 0;
            runs.add(PlannedRun.of(forecast, step, minutes));
        }
        return new TrainingPlan(minutes, runs);
    }

    /** One line a design, under a line of titles. */
    public String describe() {
        var title = String.format(
                Locale.ROOT,
                "%-10s %6s %5s %9s %9s %12s %9s",
                "model",
                "pixels",
                "batch",
                "s a step",
                "faces/s",
                "%s min".formatted(minutes),
                "memory");
        return runs.stream().map(TrainingPlan::line).collect(Collectors.joining("\n", title + "\n", ""));
    }

    private static String line(PlannedRun run) {
        var memory = MemoryForecast.text(run.memory());
        var name = run.design().name();
        return run.fits()
                ? String.format(
                        Locale.ROOT,
                        "%-10s %6d %5d %9.4f %9.0f %6d steps %9s",
                        name,
                        run.design().size(),
                        run.batch(),
                        run.seconds(),
                        run.facesPerSecond(),
                        run.steps(),
                        memory)
                : "%-10s %6d %5d does not fit into memory, it takes %s"
                        .formatted(name, run.design().size(), run.batch(), memory);
    }
}
