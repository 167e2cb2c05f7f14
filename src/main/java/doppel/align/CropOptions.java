package doppel.align;

import doppel.geometry.Point;
import doppel.geometry.Similarity;

/**
 * Which square of the face units becomes a picture, and of how many pixels.
 *
 * <p>A face is aligned once, in face units: the mean face's unit box. Every size is derived from that, so a picture of
 * 64 pixels and one of 256 show the same piece of the same face. The book stores a matrix that fits one size only and
 * breaks at any other.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the aligner's size and the 30 % that the face takes there.
 *
 * @param size side of the aligned picture in pixels, 16 to 2048
 * @param coverage share of the picture's side that the unit box of the mean face takes, 0.1 to 1. The book's 0.3
 *     leaves the face two thirds of nothing; above 0.8 the chin of an open mouth is cut off
 * @param down how far the picture's center lies below the middle of the unit box, in face units, -0.5 to 0.5. The box
 *     holds brows to mouth, so a little more than 0 fits brows to chin
 */
public record CropOptions(int size, double coverage, double down) {

    /**
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public CropOptions {
        if (size < 16 || size > 2048) {
            throw new IllegalArgumentException("size must be 16 to 2048 pixels, got " + size + "; try 256");
        }
        if (!(coverage >= 0.1 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage must be 0.1 to 1, got " + coverage + "; try 0.5");
        }
        if (!(down >= -0.5 && down <= 0.5)) {
            throw new IllegalArgumentException("down must be -0.5 to 0.5 face units, got " + down + "; try 0");
        }
    }

    /** What face folders keep: wide enough to cut every narrower crop from, hair and chin included. */
    public static CropOptions stored() {
        return new CropOptions(256, 0.5, 0);
    }

    /** What the small models learn from: brows to chin and little else. */
    public static CropOptions training(int size) {
        return new CropOptions(size, 0.76, 0.03);
    }

    /** The book's crop: the face takes 30 % of it. */
    public static CropOptions book() {
        return new CropOptions(256, 0.3, 0);
    }

    public CropOptions withSize(int size) {
        return new CropOptions(size, coverage, down);
    }

    public CropOptions withCoverage(double coverage) {
        return new CropOptions(size, coverage, down);
    }

    public CropOptions withDown(double down) {
        return new CropOptions(size, coverage, down);
    }

    /** From face units to pixels of the crop. */
    public Similarity fromFaceUnits() {
        var scale = coverage * size;
        var origin = new Point(0.5, 0.5 + down).times(-scale).plus(new Point(0.5, 0.5).times(size));
        return new Similarity(scale, 0, origin.x(), origin.y());
    }
}
