package doppel.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Workers who fill a batch together: the first in the thread that asks, the others in threads of their own. */
final class Crew implements AutoCloseable {

    private final List<BatchRing.Worker> workers;
    private final ExecutorService threads;

    /** @param workers one or more */
    Crew(List<BatchRing.Worker> workers) {
        this.workers = List.copyOf(workers);
        this.threads = Executors.newFixedThreadPool(workers.size(), work -> {
            var thread = new Thread(work, "face-batches");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Fills a batch and returns when it is full. */
    void fill(Batch batch, long step, AugmentOptions augment, Emphasis emphasis, SplittableRandom random)
            throws InterruptedException, ExecutionException {
        var dice = new ArrayList<Dice>();
        for (int place = 0; place < batch.slices().size(); place++) {
            dice.add(Dice.of(random));
        }
        var shares = new ArrayList<Future<?>>();
        for (int worker = 1; worker < workers.size(); worker++) {
            var first = worker;
            shares.add(threads.submit(() -> share(first, batch, step, augment, emphasis, dice)));
        }
        share(0, batch, step, augment, emphasis, dice);
        for (var share : shares) {
            share.get();
        }
    }

    /** Every so-many-th face, as there are workers. */
    private void share(int worker, Batch batch, long step, AugmentOptions augment, Emphasis emphasis, List<Dice> dice) {
        for (int place = worker; place < dice.size(); place += workers.size()) {
            workers.get(worker)
                    .make(
                            step,
                            place,
                            augment,
                            emphasis,
                            dice.get(place),
                            batch.slices().get(place));
        }
    }

    /** Waits until nobody works any more: what the workers use is freed next. */
    @Override
    public void close() {
        threads.shutdown();
        var interrupted = Thread.interrupted();
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
