package doppel.train;

import doppel.dataset.AugmentOptions;

/**
 * How a network learns from the faces it is shown: what counts as an error, and how it is corrected.
 *
 * <p>Book: chapter 6, "Exploring the training code".
 *
 * @param losses what counts as an error
 * @param optimizer how the weights follow the gradients
 * @param schedule what changes on the way
 * @param augment how much each face is changed before it is shown
 */
public record LearnOptions(
        LossOptions losses, OptimizerOptions optimizer, ScheduleOptions schedule, AugmentOptions augment) {

    /** What learns most in minutes: absolute error and structure, a high rate that falls, gentle augmentation. */
    public static LearnOptions quick() {
        return new LearnOptions(
                LossOptions.quick(), OptimizerOptions.quick(), ScheduleOptions.quick(), AugmentOptions.quick());
    }

    /** The defaults of faceswap: structure and squared error, a constant rate, strong augmentation. */
    public static LearnOptions faceswap() {
        return new LearnOptions(
                LossOptions.faceswap(),
                OptimizerOptions.faceswap(),
                ScheduleOptions.faceswap(),
                AugmentOptions.faceswap());
    }

    /** As the published code learns: the squared error alone, at a constant rate, of faces that are only flipped. */
    public static LearnOptions book() {
        return new LearnOptions(
                LossOptions.book(),
                OptimizerOptions.book(),
                ScheduleOptions.book(),
                AugmentOptions.none().withFlip(0.5));
    }

    public LearnOptions withLosses(LossOptions value) {
        return new LearnOptions(value, optimizer, schedule, augment);
    }

    public LearnOptions withOptimizer(OptimizerOptions value) {
        return new LearnOptions(losses, value, schedule, augment);
    }

    public LearnOptions withSchedule(ScheduleOptions value) {
        return new LearnOptions(losses, optimizer, value, augment);
    }

    public LearnOptions withAugment(AugmentOptions value) {
        return new LearnOptions(losses, optimizer, schedule, value);
    }

    /** Adds a loss, or gives it another weight. */
    public LearnOptions withLoss(LossKind kind, double weight) {
        return withLosses(losses.with(kind, weight));
    }

    /** Whether the learning rate falls along a cosine. */
    public LearnOptions withCosine(boolean value) {
        return withSchedule(schedule.withCosine(value));
    }
}
