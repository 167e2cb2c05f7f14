package doppel.swap;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

/**
 * Brings the colors of a swapped face to those of the frame, measured inside the mask only.
 *
 * <p>The decoder learned the light of person A's clip. Without a color match the face looks cut out and stuck on,
 * however well it is drawn; the book's converter has none. The six ways differ in how much of the frame's
 * {@link ColorCloud} they bring over.
 *
 * <p>Book: chapter 7. Source: E. Reinhard et al., "Color Transfer between Images", IEEE Computer Graphics and
 * Applications 21(5), 2001.
 */
public enum ColorMatch {
    /** leaves the decoder's colors: choose it to see what the decoder really drew */
    NONE,
    /** moves the mean of L*, a* and b* to the frame's: safe, keeps the decoder's contrast */
    MEAN,
    /** moves mean and spread: follows a change of contrast too; can harden a face that is half in shadow */
    MEAN_AND_SPREAD,
    /** gives each of L*, a* and b* the frame's whole distribution: follows hard light, and turns noise into blotches */
    HISTOGRAM,
    /** moves mean and covariance, so that the color cloud also turns: follows light whose hue changes with brightness */
    COVARIANCE,
    /** takes the colors of the mask's rim from the frame and keeps the shading within: no seam, but the rim bleeds in */
    SEAMLESS;

    /**
     * @param face the swapped face
     * @param reference the target's own face in the same crop
     * @param mask what belongs to the face; values above one half are measured
     * @return a new picture of {@code face} in the colors of {@code reference}; {@code face} itself if the mask is empty
     * @throws IllegalArgumentException if the three sizes differ
     */
    public BufferedImage apply(BufferedImage face, BufferedImage reference, Mask mask) {
        requireOneSize(face, reference, mask);
        var inside = ColorCloud.inside(mask);
        if (this == NONE || inside.length == 0) {
            return face;
        }
        if (this == SEAMLESS) {
            return SeamlessMatch.apply(face, reference, inside);
        }
        var lab = LabPicture.of(face);
        var own = LabPicture.of(reference);
        if (this == HISTOGRAM) {
            for (int channel = 0; channel < 3; channel++) {
                HistogramMatch.apply(lab, own, inside, channel);
            }
        } else {
            var from = ColorCloud.of(lab, inside);
            var to = ColorCloud.of(own, inside);
            move(lab, from.mean(), gain(from, to), to.mean());
        }
        return lab.picture();
    }

    private double[][] gain(ColorCloud from, ColorCloud to) {
        return switch (this) {
            case MEAN_AND_SPREAD -> Gain.ofSpreads(from, to);
            case COVARIANCE -> Gain.ofCovariances(from, to);
            default -> Gain.none();
        };
    }

    /** Stretches all colors about one mean and carries them to the other. */
    private static void move(LabPicture lab, double[] from, double[][] gain, double[] to) {
        var values = lab.values();
        for (int at = 0; at < values.length; at += 3) {
            var light = values[at] - from[0];
            var green = values[at + 1] - from[1];
            var blue = values[at + 2] - from[2];
            for (int i = 0; i < 3; i++) {
                values[at + i] = (float) (to[i] + gain[i][0] * light + gain[i][1] * green + gain[i][2] * blue);
            }
        }
    }

    private static void requireOneSize(BufferedImage face, BufferedImage reference, Mask mask) {
        if (face.getWidth() != reference.getWidth()
                || face.getHeight() != reference.getHeight()
                || face.getWidth() != mask.width()
                || face.getHeight() != mask.height()) {
            throw new IllegalArgumentException(
                    "face, reference and mask must have one size, got %d x %d, %d x %d and %d x %d"
                            .formatted(
                                    face.getWidth(),
                                    face.getHeight(),
                                    reference.getWidth(),
                                    reference.getHeight(),
                                    mask.width(),
                                    mask.height()));
        }
    }
}
