package doppel.train;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** What others ask of a run while it goes on, from any thread; the run looks here before each step. */
final class Requests {

    private final String run;
    private final AtomicBoolean save = new AtomicBoolean();
    private final AtomicBoolean preview = new AtomicBoolean();
    private volatile boolean stop;
    private volatile TrainOptions options;
    private boolean ended;

    /**
     * @param run name of the run
     * @param options with which it begins
     */
    Requests(String run, TrainOptions options) {
        this.run = run;
        this.options = options;
    }

    void stop() {
        stop = true;
    }

    boolean stops() {
        return stop;
    }

    void save() {
        save.set(true);
    }

    /** Whether somebody asked for it since this was last asked. */
    boolean takeSave() {
        return save.getAndSet(false);
    }

    void preview() {
        preview.set(true);
    }

    /** Whether somebody asked for it since this was last asked. */
    boolean takePreview() {
        return preview.getAndSet(false);
    }

    /** The options that should hold from the next step on. */
    TrainOptions options() {
        return options;
    }

    /**
     * @throws IllegalArgumentException if it would be another run; names the option
     * @throws IllegalStateException if the run has ended
     */
    synchronized void change(UnaryOperator<TrainOptions> how) {
        var wanted = how.apply(options);
        for (var change : OptionChange.between(0, 0, options, wanted)) {
            if (!change.allowed()) {
                throw new IllegalArgumentException(
                        "%s of the run %s cannot change from %s to %s on the way: change learningRate, learn.augment,"
                                        .formatted(change.what(), run, change.from(), change.to())
                                + " learn.schedule, clip, weightDecay, steps, minutes or an interval, or train under"
                                + " another name");
            }
        }
        if (ended) {
            throw new IllegalStateException(
                    "the run %s has ended: train under the same name with other options to go on".formatted(run));
        }
        options = wanted;
    }

    /** Takes no more changes; gives the options with which whoever goes on begins. */
    synchronized TrainOptions end() {
        ended = true;
        return options;
    }
}
