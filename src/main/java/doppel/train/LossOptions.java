package doppel.train;

import doppel.dataset.Emphasis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What counts as an error: up to four losses, added up, and which pixels count how much.
 *
 * <pre>{@code var mix = LossOptions.quick().with(LossKind.FREQUENCY, 1).without(LossKind.ABSOLUTE);}</pre>
 *
 * <p>A network draws well what its loss sees and nothing else. The book's loss is the squared error, which hardly sees
 * a blur.
 *
 * <p>Book: chapter 6, "Exploring the training code", losses and optimizers.
 *
 * @param terms one to four losses of different kinds; usual two, one that sees colors and one that sees structure
 * @param eyes how many times the pixels of an eye count extra, 0 to 40; usual 3. 0: gazes and blinks are followed late.
 *     Too large: the rest of the face stays soft
 * @param mouth how many times those of the mouth count extra, 0 to 40; usual 2. 0: teeth and lips come late
 * @param masked whether pixels outside of the face count nothing. Without it, the code is spent on the background
 */
public record LossOptions(List<WeightedLoss> terms, double eyes, double mouth, boolean masked) {

    private static final int MOST_TERMS = 4;

    /**
     * @throws IllegalArgumentException if there are no terms, too many or two of one kind, or a number is out of its
     *     range
     */
    public LossOptions {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException("a run adds up 1 to %d losses, got %d: start from quick(), which has 2"
                    .formatted(MOST_TERMS, terms.size()));
        }
        var kinds = terms.stream().map(WeightedLoss::kind).collect(Collectors.toSet());
        if (kinds.size() < terms.size()) {
            throw new IllegalArgumentException(
                    "each kind of loss can be named once, got " + terms + ": add up the weights instead");
        }
        new Emphasis(eyes, mouth, masked); // refuses what it cannot be
    }

    private LossOptions(List<WeightedLoss> terms, Emphasis emphasis) {
        this(terms, emphasis.eyes(), emphasis.mouth(), emphasis.masked());
    }

    /** What learns most in minutes: absolute error and structure. */
    public static LossOptions quick() {
        return only(LossKind.ABSOLUTE).with(LossKind.STRUCTURE, 1);
    }

    /** The defaults of faceswap: structure and squared error. */
    public static LossOptions faceswap() {
        return only(LossKind.STRUCTURE).with(LossKind.SQUARED, 1);
    }

    /** The loss of the published code: the squared error in the mask, where an eye counts as much as a cheek. */
    public static LossOptions book() {
        return only(LossKind.SQUARED).withEyes(0).withMouth(0);
    }

    /** One loss alone, in the mask, with the usual weights of eyes and mouth: to see what it can do. */
    public static LossOptions only(LossKind kind) {
        return new LossOptions(List.of(new WeightedLoss(kind, 1)), Emphasis.usual());
    }

    /** How much each pixel counts: for who makes the batches. */
    public Emphasis emphasis() {
        return new Emphasis(eyes, mouth, masked);
    }

    /** Adds a loss, or gives it another weight where it stands. */
    public LossOptions with(LossKind kind, double weight) {
        var term = new WeightedLoss(kind, weight);
        var some = new ArrayList<>(terms);
        some.replaceAll(old -> old.kind() == kind ? term : old);
        if (!some.contains(term)) {
            some.add(term);
        }
        return new LossOptions(some, emphasis());
    }

    /** Leaves a loss out. */
    public LossOptions without(LossKind kind) {
        var some = terms.stream().filter(term -> term.kind() != kind).toList();
        return new LossOptions(some, emphasis());
    }

    public LossOptions withEyes(double value) {
        return new LossOptions(terms, value, mouth, masked);
    }

    public LossOptions withMouth(double value) {
        return new LossOptions(terms, eyes, value, masked);
    }

    public LossOptions withMasked(boolean value) {
        return new LossOptions(terms, eyes, mouth, value);
    }
}
