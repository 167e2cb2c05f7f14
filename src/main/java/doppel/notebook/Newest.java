package doppel.notebook;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Work that only the newest order is worth: while one is done, those that wait are dropped but for the last.
 *
 * <p>A slider sends thirty values a second, and a figure may take a second to draw.
 */
final class Newest<T> {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(act -> {
        var thread = new Thread(act, "doppel-figure");
        thread.setDaemon(true);
        return thread;
    });

    private final Consumer<T> work;
    private final Consumer<Throwable> failed;
    private Optional<T> waiting = Optional.empty();
    private boolean working;

    /**
     * @param work is called for one order at a time, never in the thread that orders
     * @param failed is told what the work throws; the next order is worked on as if nothing had happened
     */
    Newest(Consumer<T> work, Consumer<Throwable> failed) {
        this.work = work;
        this.failed = failed;
    }

    synchronized void order(T next) {
        waiting = Optional.of(next);
        if (!working) {
            working = true;
            THREADS.execute(this::workOff);
        }
    }

    private void workOff() {
        for (var next = take(); next.isPresent(); next = take()) {
            try {
                work.accept(next.get());
            } catch (RuntimeException | Error fault) {
                failed.accept(fault);
            }
        }
    }

    private synchronized Optional<T> take() {
        var next = waiting;
        waiting = Optional.empty();
        working = next.isPresent();
        return next;
    }
}
