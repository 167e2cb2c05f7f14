package doppel.train;

import doppel.dataset.AugmentOptions;
import java.io.IOException;
import java.util.ArrayList;

/**
 * What holds for the next step of a run, and what held for the last: the options, the share of the learning rate that is
 * left, and whether the faces are already those of the end.
 *
 * <p>Each difference is written down once a step is taken with it, and not before.
 */
final class Course {

    private static final String PHASE = "phase";
    private static final String LEARN = "learn";
    private static final String FIT = "fit";

    private TrainOptions options;
    private TrainOptions heldOptions;
    private double share;
    private double heldShare;
    private String reason = "";

    /**
     * Of a run that goes on, or begins, with what held when it was saved.
     *
     * @param share of the learning rate that is left, 1 for a run that never fell apart
     */
    Course(TrainOptions options, double share) {
        this.options = options;
        this.heldOptions = options;
        this.share = share;
        this.heldShare = share;
    }

    TrainOptions options() {
        return options;
    }

    /** The options of the last step; those of the next before the first. */
    TrainOptions heldOptions() {
        return heldOptions;
    }

    /** What was left of the rate in the last step. */
    double heldShare() {
        return heldShare;
    }

    /** From the next step on, the run has these options. Whoever asks for another rate gets all of it. */
    void adopt(TrainOptions wanted) {
        if (wanted.learningRate() != options.learningRate()) {
            share = 1;
        }
        options = wanted;
    }

    /** The same options at half the rate, from where {@code saved} was. */
    Course afterFallingApart(Course saved, String why) {
        var course = new Course(saved.options, saved.share);
        course.options = options;
        course.share = share / 2;
        course.reason = why;
        return course;
    }

    /** The rate after the warm-up and before it falls. */
    double peak() {
        return share * options.learningRate();
    }

    double rate(int step, double seconds) {
        return share * LearningRate.of(options).at(step, options.done(step, seconds));
    }

    /** Which weights the next step moves. */
    Moving moving(int step) {
        return step < options.ownSteps() ? Moving.OWN : Moving.ALL;
    }

    AugmentOptions augment(int step, double seconds) {
        var augment = options.learn().augment();
        return fits(step, seconds) ? augment.withoutWarpAndFlip() : augment;
    }

    /** Before a step: writes down what differs from the step before. */
    void hold(ChangeLog changes, int step, double seconds) throws IOException {
        var news = new ArrayList<OptionChange>();
        if (!options.equals(heldOptions)) {
            news.addAll(OptionChange.between(step, seconds, heldOptions, options));
        }
        if (share != heldShare && share != 1) {
            var from = String.valueOf(heldShare * options.learningRate());
            var to = String.valueOf(peak());
            news.add(new OptionChange(step, seconds, "learningRate", from, to, reason));
        }
        var phase = fits(step, seconds) ? FIT : LEARN;
        var before = changes.last(PHASE).orElse(LEARN);
        if (!phase.equals(before)) {
            var why = "last %s of the run".formatted(options.learn().schedule().fitShare());
            news.add(new OptionChange(step, seconds, PHASE, before, phase, why));
        }
        if (!news.isEmpty()) {
            changes.append(news);
        }
        heldOptions = options;
        heldShare = share;
    }

    private boolean fits(int step, double seconds) {
        return options.done(step, seconds) >= 1 - options.learn().schedule().fitShare();
    }
}
