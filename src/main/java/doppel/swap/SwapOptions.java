package doppel.swap;

import doppel.model.Side;

/**
 * How a swapped face is put into the frame.
 *
 * <p>Book: chapter 7; the published converter has none of these knobs.
 *
 * @param show whose face appears: A paints person A over the people of the target clip, B the other way round
 * @param color how the colors are brought to the frame's
 * @param feather softness of the mask's edge, as a share of the face's width, 0 to 0.2; usual 0.02 to 0.05. Too small:
 *     a visible seam. Too large: the target's own brows and chin shine through
 * @param erode how far the mask is drawn in, as a share of the face's width, -0.1 to 0.2; a negative number grows it.
 *     Too large: a double chin of the target's jaw. Too small: hair and background are painted over
 */
public record SwapOptions(Side show, ColorMatch color, double feather, double erode) {

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value and the range
     */
    public SwapOptions {
        require("feather", feather, 0, 0.2);
        require("erode", erode, -0.1, 0.2);
    }

    /** Person A into the target clip, mean and spread of the colors matched, a soft edge. */
    public static SwapOptions standard() {
        return new SwapOptions(Side.A, ColorMatch.MEAN_AND_SPREAD, 0.03, 0.0);
    }

    public SwapOptions withShow(Side value) {
        return new SwapOptions(value, color, feather, erode);
    }

    public SwapOptions withColor(ColorMatch value) {
        return new SwapOptions(show, value, feather, erode);
    }

    public SwapOptions withFeather(double value) {
        return new SwapOptions(show, color, value, erode);
    }

    public SwapOptions withErode(double value) {
        return new SwapOptions(show, color, feather, value);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be %s to %s of the face's width, got %s".formatted(name, least, most, value));
        }
    }
}
