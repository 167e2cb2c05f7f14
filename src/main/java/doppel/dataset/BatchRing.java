package doppel.dataset;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;

/**
 * Three batches that go round: one is being learned from, one waits, one is being filled in the background.
 *
 * <p>A batch is a pure function of the seed, the number of its step, and how it is made: each face has its own random
 * numbers, so it does not matter how many threads share the work.
 */
final class BatchRing implements AutoCloseable {

    private static final int SLOTS = 3;

    /** On a few processors one thread is enough; where a graphics processor learns, the others have nothing to do. */
    private static final int PROCESSORS_A_WORKER = 4;

    private static final int MOST_WORKERS = 8;

    private final int faces;
    private final int size;
    private final long seed;
    private final BlockingQueue<Batch> empty = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<Made>> full = new LinkedBlockingQueue<>();
    private final Thread producer;
    private volatile Recipe recipe;
    private volatile Throwable failure;
    private long nextStep;

    /** Draws faces into a batch, in one thread at a time. */
    interface Worker {

        /**
         * @param place of the face in the batch
         * @param dice the face's own random numbers
         * @param slice is written
         */
        void make(long step, int place, AugmentOptions augment, Emphasis emphasis, Dice dice, FaceSlice slice);
    }

    /** How batches are made, from a step on. */
    private record Recipe(AugmentOptions augment, Emphasis emphasis, long firstStep) {}

    /** A batch that waits, and how it was made. */
    private record Made(Batch batch, Recipe recipe) {}

    private BatchRing(int faces, int size, Recipe recipe, long seed, Supplier<Worker> workers) {
        this.faces = faces;
        this.size = size;
        this.seed = seed;
        this.nextStep = recipe.firstStep();
        this.recipe = recipe;
        this.producer = new Thread(() -> produce(workers), "face-batches");
    }

    /**
     * Starts the background thread.
     *
     * @param faces of a batch, both sides together
     * @param firstStep number of the first batch
     */
    static BatchRing start(
            int faces,
            int size,
            AugmentOptions augment,
            Emphasis emphasis,
            long seed,
            long firstStep,
            Supplier<Worker> workers) {
        var ring = new BatchRing(faces, size, new Recipe(augment, emphasis, firstStep), seed, workers);
        ring.producer.setDaemon(true);
        ring.producer.start();
        return ring;
    }

    /**
     * The next batch; waits if it is not ready yet.
     *
     * @throws IllegalStateException if the background thread failed, with its failure as the cause; or if this is
     *     closed
     */
    Batch take() throws InterruptedException {
        var next = full.take();
        while (next.isPresent() && next.get().recipe() != recipe) {
            next.get().batch().close();
            next = full.take();
        }
        if (next.isPresent()) {
            nextStep++;
            return next.get().batch();
        }
        full.put(next);
        if (failure != null) {
            throw new IllegalStateException(
                    "the next batch could not be made (" + failure + "): mend the cause and resume the run", failure);
        }
        throw new IllegalStateException("these batches are closed: open new ones at the step that comes next");
    }

    /** Makes batches in another way from the next one on. For the thread that takes them. */
    void change(AugmentOptions augment, Emphasis emphasis) {
        recipe = new Recipe(augment, emphasis, nextStep);
    }

    Emphasis emphasis() {
        return recipe.emphasis();
    }

    /** Stops the background thread and waits for it. */
    @Override
    public void close() {
        producer.interrupt();
        var interrupted = false;
        while (producer.isAlive()) {
            try {
                producer.join();
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void produce(Supplier<Worker> workers) {
        var processors = Runtime.getRuntime().availableProcessors();
        var count = Math.max(1, Math.min(MOST_WORKERS, processors / PROCESSORS_A_WORKER));
        try (var scope = new PointerScope();
                var crew = new Crew(Stream.generate(workers).limit(count).toList())) {
            for (int slot = 0; slot < SLOTS; slot++) {
                empty.put(new Batch(faces, size, empty::add));
            }
            var made = recipe;
            for (long step = made.firstStep(); ; step++) {
                var slot = empty.take();
                if (made != recipe) {
                    made = recipe;
                    step = made.firstStep();
                }
                crew.fill(slot, step, made.augment(), made.emphasis(), Dice.of(seed, step));
                full.put(Optional.of(new Made(slot.lend(step), made)));
            }
        } catch (InterruptedException closed) {
            // close() asked for it; nothing is lost, because a batch can be made again
        } catch (ExecutionException fault) {
            failure = fault.getCause();
        } catch (Throwable fault) {
            failure = fault;
        } finally {
            full.add(Optional.empty());
        }
    }
}
