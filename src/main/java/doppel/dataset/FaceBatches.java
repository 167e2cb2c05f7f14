package doppel.dataset;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bytedeco.javacpp.PointerScope;

/**
 * An endless supply of batches, made by one background thread while the network learns from the batch before.
 *
 * <p>Three batches go round: one is being learned from, one waits, one is being filled. Faces are drawn with
 * replacement, so a folder with fewer faces than the batch works too. A batch is a pure function of the seed, the
 * number of the step and the augmentation: a run that resumes at step 500 sees the faces of step 500.
 *
 * <p>Book: chapter 6, "Training", whose loop loads its pictures itself, waits for them, and fails on a folder with
 * fewer faces than the batch.
 */
public final class FaceBatches implements AutoCloseable {

    private static final int SLOTS = 3;

    private final TrainingFaces a;
    private final TrainingFaces b;
    private final int batch;
    private final long seed;
    private final BlockingQueue<Batch> empty = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<Made>> full = new LinkedBlockingQueue<>();
    private final Thread producer;
    private volatile Recipe recipe;
    private volatile Throwable failure;
    private long nextStep;

    /** How batches are made, from a step on. */
    private record Recipe(AugmentOptions augment, long firstStep) {}

    /** A batch that waits, and how it was made. */
    private record Made(Batch batch, Recipe recipe) {}

    /**
     * Starts the background thread.
     *
     * @param batch faces a side, 1 to 1024; usual 4 to 64. On a processor, small batches with a high learning rate
     *     teach most a minute
     * @param firstStep number of the first batch; where a resumed run goes on
     * @throws IllegalArgumentException if {@code batch} is out of its range or the two sides differ in size
     */
    public FaceBatches(TrainingFaces a, TrainingFaces b, AugmentOptions augment, int batch, long seed, long firstStep) {
        if (batch < 1 || batch > 1024) {
            throw new IllegalArgumentException("batch must be 1 to 1024 faces a side, got " + batch + "; try 16");
        }
        if (a.crop().size() != b.crop().size()) {
            throw new IllegalArgumentException(
                    "both sides must have one size, got %d and %d pixels: load both with one crop"
                            .formatted(a.crop().size(), b.crop().size()));
        }
        this.a = a;
        this.b = b;
        this.batch = batch;
        this.seed = seed;
        this.nextStep = firstStep;
        this.recipe = new Recipe(augment, firstStep);
        this.producer = new Thread(this::produce, "face-batches");
        producer.setDaemon(true);
        producer.start();
    }

    /**
     * The next batch; waits if it is not ready yet. Close it when the step is done.
     *
     * @throws IllegalStateException if the background thread failed, with its failure as the cause; or if this is
     *     closed
     */
    public Batch take() throws InterruptedException {
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

    /**
     * Augments in another way from the next batch on; the two that wait are made again, which takes milliseconds. For the
     * thread that takes the batches.
     */
    public void change(AugmentOptions augment) {
        recipe = new Recipe(augment, nextStep);
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

    private void produce() {
        try (var scope = new PointerScope()) {
            var augmentA = new FaceAugmenter(a.window(), b);
            var augmentB = new FaceAugmenter(b.window(), a);
            for (int slot = 0; slot < SLOTS; slot++) {
                empty.put(new Batch(2 * batch, a.crop().size(), empty::add));
            }
            var made = recipe;
            for (long step = made.firstStep(); ; step++) {
                var slot = empty.take();
                if (made != recipe) {
                    made = recipe;
                    step = made.firstStep();
                }
                var random = random(seed, step);
                var warps = random.split();
                fill(augmentA, a, made.augment(), slot.slices().subList(0, batch), random, warps);
                fill(augmentB, b, made.augment(), slot.slices().subList(batch, 2 * batch), random, warps);
                full.put(Optional.of(new Made(slot.lend(step), made)));
            }
        } catch (InterruptedException closed) {
            // close() asked for it; nothing is lost, because a batch can be made again
        } catch (Throwable fault) {
            failure = fault;
        } finally {
            full.add(Optional.empty());
        }
    }

    private static void fill(
            FaceAugmenter augmenter,
            TrainingFaces faces,
            AugmentOptions augment,
            List<FaceSlice> slices,
            SplittableRandom random,
            SplittableRandom warps) {
        for (var slice : slices) {
            augmenter.augment(faces.draw(random), augment, random, warps, slice);
        }
    }

    /** Neighboring seeds and steps must not give neighboring numbers, so the seed is stirred first. */
    static SplittableRandom random(long seed, long step) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + step);
    }
}
