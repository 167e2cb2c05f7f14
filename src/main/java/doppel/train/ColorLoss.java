package doppel.train;

import ai.djl.ndarray.NDArray;

/**
 * The mean error of a color, red green and blue alike.
 *
 * <p>Book: chapter 6, which takes the squares.
 */
enum ColorLoss implements Loss {
    /** How far off, 0 to 1. */
    ABSOLUTE {
        @Override
        NDArray error(NDArray difference) {
            return difference.abs();
        }
    },
    /** The square of it: large errors count more, small ones hardly. */
    SQUARED {
        @Override
        NDArray error(NDArray difference) {
            return difference.mul(difference);
        }
    },
    /** The logarithm of its hyperbolic cosine: half the square of small errors, and less than that of large ones. */
    LOG_COSH {
        @Override
        NDArray error(NDArray difference) {
            return difference.cosh().log();
        }
    };

    private static final int CHANNELS = 3;

    abstract NDArray error(NDArray difference);

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var weighted = error(drawn.sub(target)).mul(weights);
        return Loss.sumBySide(weighted).div(Loss.sumBySide(weights).mul(CHANNELS));
    }
}
