package doppel.train;

import doppel.align.CropOptions;
import doppel.compute.FreeMemory;
import doppel.compute.Torch;
import doppel.dataset.TrainingFaces;
import doppel.model.ModelDesign;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much memory a training run takes at its peak, before it takes any; bytes.
 *
 * <ol>
 *   <li>Each weight has a gradient and two moments of Adam, and the mean of the weights is one more. On the way,
 *       gradients and weights are copied in other orders.
 *   <li>Each face of a batch leaves behind what every layer answered, until the gradients were followed back, and what
 *       the losses computed.
 *   <li>All faces stay decoded in memory.
 * </ol>
 *
 * <p>Gathering several batches for a step takes no more memory. Measured peaks are in docs/benchmarks.md.
 *
 * <p>Book: chapter 6, "Training", whose script ends in the middle of a step if memory does.
 *
 * @param program libtorch, OpenCV and Java itself, with what Java leaves lying about: there before the run
 * @param weights all that there is once a weight
 * @param batch what the faces of one batch leave behind
 * @param faces all faces of both sides, decoded; in Java's own memory
 * @param options what it is the forecast of
 */
public record MemoryForecast(long program, long weights, long batch, long faces, TrainOptions options) {

    private static final long LIBRARIES = 245L << 20;
    private static final long JAVA = 150L << 20;

    /** Weight, gradient and two moments; 1.2 is measured: the largest layers, copied in the order that is fastest. */
    private static final double COPIES = 4 + 1.2;

    /** Gradients of what the layers answered live while they are followed back; measured. */
    private static final double KEPT = 1.15;

    /** Numbers a pixel that a loss computes on the way, and as many gradients; measured. */
    private static final double A_PIXEL_AND_LOSS = 50;

    /**
     * @param faces how many, of both sides together
     * @param stored how they are stored
     */
    public static MemoryForecast of(TrainOptions options, int faces, CropOptions stored) {
        var design = options.design();
        var learn = options.learn();
        var copies = COPIES + (learn.optimizer().average() > 0 ? 1 : 0);
        var aFace = KEPT * design.numbersKept()
                + A_PIXEL_AND_LOSS * learn.losses().terms().size() * design.size() * design.size();
        return new MemoryForecast(
                LIBRARIES + JAVA,
                (long) (Float.BYTES * copies * design.parameters()),
                (long) (Float.BYTES * aFace * 2 * options.batch()),
                faces * TrainingFaces.bytesAFace(stored, design.crop()),
                options);
    }

    /** Without the faces, which nobody has counted yet. */
    public static MemoryForecast of(TrainOptions options) {
        return of(options, 0, CropOptions.stored());
    }

    /** The peak of the whole process. */
    public long total() {
        return program + weights + batch + faces;
    }

    /** What the run adds to a process that runs already; on a graphics card, to what is there. */
    public long added() {
        return weights + batch + (Torch.hasGpu() ? 0 : faces);
    }

    /** Of {@link #total}, what lies outside of Java's own memory. */
    long outsideOfJava() {
        return total() - JAVA - faces;
    }

    /** Whether it fits into what is free now. */
    public boolean fits() {
        return added() <= FreeMemory.bytes();
    }

    /**
     * @throws IllegalStateException if the run takes more memory than is free now; says both, and what would fit
     */
    void requireFits() {
        requireFits(FreeMemory.bytes());
    }

    void requireFits(long free) {
        if (added() > free) {
            throw new IllegalStateException("training %s with a batch of %d takes %s of memory, but %s are free: %s"
                    .formatted(options.design().name(), options.batch(), text(added()), text(free), remedy(free)));
        }
    }

    /** The parts in one line. */
    @Override
    public String toString() {
        return "%s: %s for the program, %s for the weights, %s for a batch, %s for the faces"
                .formatted(text(total()), text(program), text(weights), text(batch), text(faces));
    }

    private String remedy(long free) {
        var batches = IntStream.range(1, options.batch())
                .filter(size -> added() - batch + batch / options.batch() * size <= free)
                .max();
        if (batches.isPresent()) {
            return "take a batch of %d".formatted(batches.getAsInt());
        }
        return smaller(free)
                .map(design -> "take the design %s".formatted(design.name()))
                .orElse("close other programs, or keep fewer faces");
    }

    /** The largest design that fits with this batch. */
    private Optional<ModelDesign> smaller(long free) {
        return ModelDesign.presets().stream()
                .filter(design -> {
                    var other = of(options.withDesign(design));
                    return other.weights + other.batch + faces <= free;
                })
                .max(Comparator.comparingLong(ModelDesign::parameters));
    }

    static String text(long bytes) {
        return bytes < 1L << 30
                ? "%d MB".formatted(Math.round(bytes / 1e6))
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
