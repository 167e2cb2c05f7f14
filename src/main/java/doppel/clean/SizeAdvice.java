package doppel.clean;

/**
 * What a number of faces is good for.
 *
 * <p>Book: chapter 4, "Preparing the training images": a few hundred to a few thousand faces that differ.
 *
 * @param faces usable ones of one side
 * @param verdict what follows from the number
 * @param sentence that says so, with the number and what to do
 */
public record SizeAdvice(int faces, Verdict verdict, String sentence) {

    /** Fewer are refused: the network would learn them by heart. */
    public static final int LEAST = 25;

    /** Fewer are warned of. */
    public static final int FEW = 250;

    /** From here on there is enough. */
    public static final int ENOUGH = 500;

    /** More take time and disk and teach little. */
    public static final int PLENTY = 5000;

    /** What follows from a number of faces. */
    public enum Verdict {
        REFUSED,
        WARNED,
        FAIR,
        ADVISED,
        MORE_THAN_NEEDED
    }

    /**
     * @param faces usable ones of one side, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public static SizeAdvice of(int faces) {
        if (faces < 0) {
            throw new IllegalArgumentException(
                    "a side has 0 faces or more, got " + faces + "; count those not rejected");
        }
        if (faces < LEAST) {
            return new SizeAdvice(
                    faces,
                    Verdict.REFUSED,
                    "%d usable faces are too few to train with: %d or more are needed, and %d to %d advised; film or extract more, or keep more of them"
                            .formatted(faces, LEAST, ENOUGH, PLENTY));
        }
        if (faces < FEW) {
            return new SizeAdvice(
                    faces,
                    Verdict.WARNED,
                    "%d usable faces are few: the swap will know little but these; %d to %d are advised"
                            .formatted(faces, ENOUGH, PLENTY));
        }
        if (faces < ENOUGH) {
            return new SizeAdvice(
                    faces,
                    Verdict.FAIR,
                    "%d usable faces can do if they differ; %d to %d are advised".formatted(faces, ENOUGH, PLENTY));
        }
        if (faces <= PLENTY) {
            return new SizeAdvice(faces, Verdict.ADVISED, "%d usable faces are enough if they differ".formatted(faces));
        }
        return new SizeAdvice(
                faces,
                Verdict.MORE_THAN_NEEDED,
                "%d usable faces are more than is needed: thin out those that are nearly alike, to %d or fewer"
                        .formatted(faces, PLENTY));
    }

    public boolean refused() {
        return verdict == Verdict.REFUSED;
    }

    /** Whether there is something to tell before a training. */
    public boolean warns() {
        return verdict == Verdict.WARNED || verdict == Verdict.REFUSED;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
