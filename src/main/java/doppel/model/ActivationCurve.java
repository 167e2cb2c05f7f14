package doppel.model;

/**
 * What an activation makes of one number, to be drawn as a curve.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the activation layers.
 */
public enum ActivationCurve {
    /** Everything below 0 becomes 0; a window that only answers below 0 never learns again. */
    RELU("ReLU") {
        @Override
        public double at(double x) {
            return Math.max(0, x);
        }
    },
    /** Below 0 a tenth comes through; the book's network has it after every convolution but the last. */
    LEAKY("leaky ReLU, 0.1 below 0") {
        @Override
        public double at(double x) {
            return x > 0 ? x : Activation.LEAK * x;
        }
    },
    /** Anything becomes a number between 0 and 1: the color of a pixel, at the very end. */
    SIGMOID("sigmoid") {
        @Override
        public double at(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    };

    private final String words;

    ActivationCurve(String words) {
        this.words = words;
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }

    public abstract double at(double x);
}
