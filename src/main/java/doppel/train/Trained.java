package doppel.train;

import java.util.List;
import java.util.Locale;

/**
 * Whether a run has learned what there is to learn, measured by faces that it never learned from.
 *
 * <p>The loss of a run always falls a little longer. What counts is whether faces that it never saw are drawn better for
 * it, and how much worse than the known ones they are.
 *
 * <p>Book: chapter 4, "Training a model", when to stop: by looking at the previews, which this does not replace.
 *
 * @param answer in a word
 * @param fall by which share the error of held-out faces fell in the last third of the run; below 0 if it rose
 * @param gap how many times as large the error of held-out faces is as that of known ones; 1 if they are equals
 */
public record Trained(Answer answer, double fall, double gap) {

    /** Fewer looks than this say nothing about a slope. */
    private static final int LEAST_CHECKUPS = 4;

    /** What a run of another seed may differ by. */
    private static final double STILL_FALLING = 0.03;

    /** Whole clips reach 1.02 to 1.15, thirty faces of a clip that changes 1.4 and more. */
    private static final double LARGE_GAP = 1.3;

    /** What a run is told. */
    public enum Answer {
        /** There is too little to judge by. */
        TOO_EARLY,
        /** One picture is drawn for every face. */
        ONE_FACE,
        /** Faces never seen are still drawn better and better. */
        LEARNING,
        /** Faces never seen are drawn as well as they will be. */
        DONE,
        /** Known faces are drawn much better than others. */
        BY_HEART
    }

    /** What the looks at a run say, in order; none if the run had no faces to spare. */
    public static Trained of(List<Checkup> checkups) {
        if (checkups.size() < LEAST_CHECKUPS) {
            return new Trained(Answer.TOO_EARLY, 0, 1);
        }
        var last = checkups.get(checkups.size() - 1);
        var before = checkups.get(0);
        for (var checkup : checkups) {
            if (checkup.seconds() <= 2 * last.seconds() / 3) {
                before = checkup;
            }
        }
        var fall = 1 - last.heldOut() / before.heldOut();
        var gap = last.heldOut() / last.known();
        return new Trained(last.isOneFaceForAll() ? Answer.ONE_FACE : answer(fall, gap), fall, gap);
    }

    private static Answer answer(double fall, double gap) {
        if (fall > STILL_FALLING) {
            return Answer.LEARNING;
        }
        return gap > LARGE_GAP ? Answer.BY_HEART : Answer.DONE;
    }

    /** The answer in a sentence or two: what was measured, and what to do. */
    @Override
    public String toString() {
        return switch (answer) {
            case TOO_EARLY ->
                "too early to say: a run is judged by faces that it never learns from, from %d looks on,"
                                .formatted(LEAST_CHECKUPS)
                        + " and with %d faces a side or more".formatted(TrainingSide.LEAST_TO_SPARE);
            case ONE_FACE ->
                "fallen apart: one face is drawn for all that are shown, and a network seldom comes back from there."
                        + " Train another run at half the rate";
            case LEARNING ->
                "still learning: in the last third of the run the error of faces never seen fell by %s."
                                .formatted(percent(fall))
                        + " More minutes draw them better yet";
            case DONE ->
                "trained: in the last third of the run the error of faces never seen %s, and is %.2f times that"
                                .formatted(fall < 0 ? "rose by " + percent(-fall) : "fell by " + percent(fall), gap)
                        + " of known ones. More minutes hardly help; a larger network or other faces may";
            case BY_HEART ->
                "learned by heart: the error of faces never seen is %.2f times that of known ones, and".formatted(gap)
                        + " no longer falls. More minutes do not help; more and other faces do";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
