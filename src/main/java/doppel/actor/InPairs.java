package doppel.actor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** Does independent pieces of work, two at a time: while one waits for the disk or a single thread, the other renders. */
final class InPairs {

    /** A piece of work. */
    interface Work<T> {
        void run(T item) throws IOException;
    }

    private static final int AT_ONCE = 2;

    private InPairs() {}

    /**
     * @param done is told how many pieces are done, from this thread
     * @throws IOException of the first piece that fails, or if this thread is interrupted; pieces that run are ended first
     */
    static <T> void run(List<T> items, Work<T> work, IntConsumer done) throws IOException {
        var stopped = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var ended = new ExecutorCompletionService<Void>(threads);
            for (var item : items) {
                ended.submit(() -> {
                    if (!stopped.get()) {
                        work.run(item);
                    }
                    return null;
                });
            }
            for (int i = 1; i <= items.size(); i++) {
                ended.take().get();
                done.accept(i);
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("filming was stopped: the same command goes on with it");
        } catch (ExecutionException failure) {
            throw unwrapped(failure.getCause());
        } finally {
            stopped.set(true);
            end(threads);
        }
    }

    /** Whoever is interrupted while he writes would lose the frame that he has rendered, so nobody is. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException unwrapped(Throwable cause) {
        if (cause instanceof IOException fault) {
            return fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }
}
