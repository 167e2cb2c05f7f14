package doppel.train;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somebody who looks on while a run goes on, until it is closed.
 *
 * <p>Whoever only looks must not end hours of training by a mistake in a chart: a watcher that fails is not told again,
 * the run goes on, and the failure is kept here.
 */
public final class Watching implements AutoCloseable {

    private final Collection<Watching> all;
    private final Consumer<TrainStep> watcher;
    private volatile Optional<Throwable> failure = Optional.empty();

    Watching(Collection<Watching> all, Consumer<TrainStep> watcher) {
        this.all = all;
        this.watcher = watcher;
        all.add(this);
    }

    void tell(TrainStep step) {
        try {
            watcher.accept(step);
        } catch (Throwable fault) {
            failure = Optional.of(fault);
            close();
        }
    }

    /** What the watcher failed with; empty if it did not. */
    public Optional<Throwable> failure() {
        return failure;
    }

    /** Looks on no longer. */
    @Override
    public void close() {
        all.remove(this);
    }
}
