package doppel.dataset;

/**
 * How much each pixel of a face counts in the loss: the face more than what is around it, eyes and mouth more than the
 * cheeks.
 *
 * <p>A pixel's weight is {@code mask * (1 + eyes * inEye + mouth * inMouth)}, where all three are 0 to 1 and soft at
 * their edges. Eyes and mouth are a tenth of the face and most of what people look at: without emphasis a network that
 * gets the cheeks right and the eyes blurred has a small loss.
 *
 * <p>Book: chapter 6, the loss, which weighs all pixels alike. Source: faceswap's eye and mouth multipliers, which add
 * to the loss of the whole face.
 *
 * @param eyes how many times a pixel of an eye counts on top, 0 to 40; usual 3, so four times in all. 0: eyes come
 *     last, gazes wander. Above 10: the rest of the face stays soft
 * @param mouth the same for the lips and what is between them, 0 to 40; usual 2
 * @param masked whether pixels outside of the mask count nothing. Otherwise they count as much as the face, and the
 *     network spends its time on walls: the book's way
 */
public record Emphasis(double eyes, double mouth, boolean masked) {

    private static final double MOST = 40;

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value and the range
     */
    public Emphasis {
        require("eyes", eyes, 3);
        require("mouth", mouth, 2);
    }

    /** Inside of the mask. */
    public Emphasis(double eyes, double mouth) {
        this(eyes, mouth, true);
    }

    /** As in faceswap: an eye's pixel counts four times, one of the mouth three times. */
    public static Emphasis usual() {
        return new Emphasis(3, 2);
    }

    /** Every pixel of the face counts as much as any other. */
    public static Emphasis even() {
        return new Emphasis(0, 0);
    }

    /** Every pixel of the picture counts as much as any other. */
    public static Emphasis book() {
        return new Emphasis(0, 0, false);
    }

    public Emphasis withEyes(double value) {
        return new Emphasis(value, mouth, masked);
    }

    public Emphasis withMouth(double value) {
        return new Emphasis(eyes, value, masked);
    }

    public Emphasis withMasked(boolean value) {
        return new Emphasis(eyes, mouth, value);
    }

    /**
     * Weighs pixels.
     *
     * @param parts three bytes a pixel: see {@link FaceParts}
     * @param weights one number a pixel, written
     */
    void weigh(byte[] parts, float[] weights) {
        var scale = 1f / 255;
        var eye = (float) eyes * scale;
        var lip = (float) mouth * scale;
        for (int i = 0; i < weights.length; i++) {
            var inFace = masked ? scale * (parts[3 * i] & 255) : 1;
            weights[i] = inFace * (1 + eye * (parts[3 * i + 1] & 255) + lip * (parts[3 * i + 2] & 255));
        }
    }

    private static void require(String name, double value, int usual) {
        if (!(value >= 0 && value <= MOST)) {
            throw new IllegalArgumentException(
                    "%s must be 0 to %s times on top, got %s; try %d".formatted(name, MOST, value, usual));
        }
    }
}
