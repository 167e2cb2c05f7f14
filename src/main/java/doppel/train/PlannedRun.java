package doppel.train;

import doppel.model.ModelDesign;

/**
 * What a training run of one design comes to within a budget on this machine.
 *
 * @param design the network
 * @param batch faces a side in each step
 * @param seconds of a step; 0 if it does not fit and nothing was measured
 * @param steps that the budget is enough for
 * @param facesPerSecond of both sides
 * @param memory bytes at the peak, the faces of a folder not counted
 * @param fits whether there is so much memory now
 */
public record PlannedRun(
        ModelDesign design, int batch, double seconds, long steps, double facesPerSecond, long memory, boolean fits) {

    static PlannedRun of(MemoryForecast forecast, double secondsAStep, double minutes) {
        var options = forecast.options();
        var fits = forecast.fits() && secondsAStep > 0;
        return new PlannedRun(
                options.design(),
                options.batch(),
                secondsAStep,
                fits ? (long) (60 * minutes / secondsAStep) : 0,
                fits ? 2 * options.batch() / secondsAStep : 0,
                forecast.total(),
                fits);
    }
}
