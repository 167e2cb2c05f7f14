package doppel.dataset;

/**
 * How much a face is changed each time it is shown to the network, so that few faces teach like many.
 *
 * <p>The book flips faces and does nothing else: its encoder sees exactly what its decoder must draw, and can pass it
 * through without learning what a face is.
 *
 * <p>Whatever is turned on, the colors are drawn first, then the move, the mirror image, and the bend of the input; a
 * chance or a range that changes leaves all the others' numbers as they were.
 *
 * <p>Book: chapter 6, "Training"; chapter 4 names the same knobs of faceswap. Source: faceswap,
 * {@code lib/training/data/augmentation.py}.
 *
 * @param rotationDegrees turned by up to this much either way; usual 2 to 10. Too large: the code is spent on upright
 *     and tilted copies of the same face. 0 on few faces: swaps wobble when the head tilts
 * @param zoom enlarged or shrunk by up to this share; usual 0.01 to 0.05. Too large: the swapped face breathes
 * @param shift moved by up to this share of the side, across and down; usual 0.01 to 0.05. Too large: soft edges, the
 *     decoder no longer knows where the face will be
 * @param flip chance of a mirror image, 0 to 1; 0.5 doubles the poses of a small folder. Partings, moles and lopsided
 *     smiles become symmetric
 * @param warp standard deviation of the bending of the encoder's input, as a share of the side; usual 0.01 to 0.03. 0:
 *     loss falls fast and swaps keep the wrong person's shape. Too large: expressions are lost
 * @param toLandmarks chance that the input is bent to the landmarks of a face of the other side that looks the same
 *     way, instead of at random, 0 to 1; usual 0, and 0.5 to 1 for the first half of a long run. Then the encoder sees
 *     person A in B's shape and must find what they share. 1 to the end: blurred, because landmarks err
 * @param lightness L* moves by up to this share of its way to black or white; usual 0.05 to 0.3. 0: swaps fail in a
 *     light that the clip did not have. Too large: pale, averaged skin
 * @param color a* and b* move by up to this share; usual 0.02 to 0.08. Too large: blotchy skin
 * @param contrast chance that the contrast is evened out tile by tile (CLAHE), 0 to 1; 0.5 for faces from many films.
 *     On two clean clips it only costs time
 * @param recoloring chance that a face takes over the mean and spread of the L*, a* and b* of a face of the other
 *     side, 0 to 1; usual 0.5. 0: the encoder tells the two people apart by their skin color, and a swap carries the
 *     target's color over
 */
public record AugmentOptions(
        double rotationDegrees,
        double zoom,
        double shift,
        double flip,
        double warp,
        double toLandmarks,
        double lightness,
        double color,
        double contrast,
        double recoloring) {

    /** The standard deviation of faceswap's warp: 5 pixels of 256. */
    private static final double USUAL_WARP = 5.0 / 256;

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value and the range
     */
    public AugmentOptions {
        require("rotationDegrees", rotationDegrees, 45);
        require("zoom", zoom, 0.5);
        require("shift", shift, 0.5);
        require("flip", flip, 1);
        require("warp", warp, 0.1);
        require("toLandmarks", toLandmarks, 1);
        require("lightness", lightness, 1);
        require("color", color, 1);
        require("contrast", contrast, 1);
        require("recoloring", recoloring, 1);
    }

    /** For minutes on two cores: small moves that do not waste the code, no mirror images, recoloring. */
    public static AugmentOptions quick() {
        return new AugmentOptions(3, 0.015, 0.015, 0, USUAL_WARP, 0, 0.09, 0.024, 0, 0.5);
    }

    /** The defaults of faceswap: for thousands of faces and a day of training. */
    public static AugmentOptions faceswap() {
        return new AugmentOptions(10, 0.05, 0.05, 0.5, USUAL_WARP, 0, 0.3, 0.08, 0.5, 0);
    }

    /** What the book's code does: half of the faces are mirrored, input and target are one picture. */
    public static AugmentOptions book() {
        return none().withFlip(0.5);
    }

    /** Faces as they are: to look at, to measure with, and to see what training without augmentation does. */
    public static AugmentOptions none() {
        return new AugmentOptions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public AugmentOptions withRotationDegrees(double value) {
        return new AugmentOptions(value, zoom, shift, flip, warp, toLandmarks, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withZoom(double value) {
        return new AugmentOptions(
                rotationDegrees, value, shift, flip, warp, toLandmarks, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withShift(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, value, flip, warp, toLandmarks, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withFlip(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, value, warp, toLandmarks, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withWarp(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, value, toLandmarks, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withToLandmarks(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, warp, value, lightness, color, contrast, recoloring);
    }

    public AugmentOptions withLightness(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, warp, toLandmarks, value, color, contrast, recoloring);
    }

    public AugmentOptions withColor(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, warp, toLandmarks, lightness, value, contrast, recoloring);
    }

    public AugmentOptions withContrast(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, warp, toLandmarks, lightness, color, value, recoloring);
    }

    public AugmentOptions withRecoloring(double value) {
        return new AugmentOptions(
                rotationDegrees, zoom, shift, flip, warp, toLandmarks, lightness, color, contrast, value);
    }

    /**
     * The same without bends and mirror images: for the last part of a run, when it is known what a face is and only
     * its details are missing.
     */
    public AugmentOptions withoutWarpAndFlip() {
        return withWarp(0).withToLandmarks(0).withFlip(0);
    }

    private static void require(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be 0 to %s, got %s; quick() has a value that works".formatted(name, most, value));
        }
    }
}
