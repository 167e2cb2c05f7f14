package doppel.dataset;

/**
 * An endless supply of batches, made in the background while the network learns from the batch before.
 *
 * <p>Three batches go round: one is being learned from, one waits, one is being filled. Faces are drawn with
 * replacement, so a folder with fewer faces than the batch works too. A batch is a pure function of the seed, the
 * number of the step, the augmentation and the emphasis: a run that resumes at step 500 sees the faces of step 500.
 *
 * <p>Book: chapter 6, "Training", whose loop loads its pictures itself, waits for them, and fails on a folder with
 * fewer faces than the batch.
 */
public final class FaceBatches implements AutoCloseable {

    private final TrainingFaces a;
    private final TrainingFaces b;
    private final int batch;
    private final OppositeSide othersOfA;
    private final OppositeSide othersOfB;
    private final BatchRing ring;

    /** With the usual emphasis on eyes and mouth. */
    public FaceBatches(TrainingFaces a, TrainingFaces b, AugmentOptions augment, int batch, long seed, long firstStep) {
        this(a, b, augment, Emphasis.usual(), batch, seed, firstStep);
    }

    /**
     * Starts the background thread.
     *
     * @param emphasis how much each pixel counts
     * @param batch faces a side, 1 to 1024; usual 4 to 64. On a processor, small batches with a high learning rate
     *     teach most a minute
     * @param firstStep number of the first batch; where a resumed run goes on
     * @throws IllegalArgumentException if {@code batch} is out of its range or the two sides differ in size
     */
    public FaceBatches(
            TrainingFaces a,
            TrainingFaces b,
            AugmentOptions augment,
            Emphasis emphasis,
            int batch,
            long seed,
            long firstStep) {
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
        this.othersOfA = new OppositeSide(a, b);
        this.othersOfB = new OppositeSide(b, a);
        this.ring = BatchRing.start(2 * batch, a.crop().size(), augment, emphasis, seed, firstStep, this::worker);
    }

    /**
     * The next batch; waits if it is not ready yet. Close it when the step is done.
     *
     * @throws IllegalStateException if the background thread failed, with its failure as the cause; or if this is
     *     closed
     */
    public Batch take() throws InterruptedException {
        return ring.take();
    }

    /**
     * Augments in another way from the next batch on; the two that wait are made again, which takes milliseconds. For
     * the thread that takes the batches.
     */
    public void change(AugmentOptions augment) {
        ring.change(augment, ring.emphasis());
    }

    /** The same, with another emphasis too. */
    public void change(AugmentOptions augment, Emphasis emphasis) {
        ring.change(augment, emphasis);
    }

    /** Stops the background thread and waits for it. */
    @Override
    public void close() {
        ring.close();
    }

    private BatchRing.Worker worker() {
        var augmentA = new FaceAugmenter(a.window());
        var augmentB = new FaceAugmenter(b.window());
        return (step, place, augment, emphasis, dice, slice) -> {
            var isA = place < batch;
            var faces = isA ? a : b;
            var number = faces.draw(dice.choice());
            var face = faces.face(number);
            var others = (isA ? othersOfA : othersOfB).of(number);
            (isA ? augmentA : augmentB).augment(face, face, others, augment, emphasis, dice, slice);
        };
    }
}
