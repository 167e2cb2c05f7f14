package doppel.dataset;

import doppel.geometry.Point;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Bends a square at random: 5 x 5 points are pulled about, and what lies between them follows.
 *
 * <p>Only the encoder's input is bent; the loss compares with the straight face. So the encoder cannot hand the picture
 * through. It must find the face in it, and the face that it finds in person B's picture is what decoder A can draw.
 *
 * <p>faceswap pulls at the points of a 5 x 5 picture of positions, enlarges it linearly to 1.25 times the size and cuts
 * a tenth off every side. What remains is the same as the linear interpolation here, between points that stand a
 * quarter of the side apart. Two things differ on purpose: faceswap's input lies half a pixel up and to the left of its
 * target, because OpenCV counts from the center of the first pixel; and where its input is bent beyond the edge of the
 * crop it is black, while here the stored face goes on.
 *
 * <p>Book: chapter 6; the book's training leaves it out. Source: faceswap, {@code augmentation.py}.
 */
final class RandomWarp {

    /** Points a side. */
    static final int POINTS = 5;

    private final int size;
    private final float[] pulled = new float[2 * POINTS * POINTS];
    private final float[] row = new float[2 * POINTS];
    private final float[] positions;

    /** For squares of {@code size} pixels. */
    RandomWarp(int size) {
        this.size = size;
        this.positions = new float[2 * size * size];
    }

    /**
     * Writes where each pixel of the bent square takes its color from: {@code (size, size, 2)}, x and y in pixels of
     * the straight one.
     *
     * @param sigma standard deviation of the pull, each way, as a share of the side
     */
    void draw(double sigma, RandomGenerator random, FloatBuffer into) {
        for (int i = 0; i < pulled.length; i++) {
            pulled[i] = (float) (sigma * size * random.nextGaussian());
        }
        var spacing = size / (float) (POINTS - 1);
        for (int y = 0; y < size; y++) {
            pullRow((y + 0.5f) / spacing);
            for (int x = 0; x < size; x++) {
                var place = (x + 0.5f) / spacing;
                var left = 2 * (int) place;
                var share = place - (int) place;
                var at = 2 * (y * size + x);
                positions[at] = x + 0.5f + row[left] + share * (row[left + 2] - row[left]);
                positions[at + 1] = y + 0.5f + row[left + 1] + share * (row[left + 3] - row[left + 1]);
            }
        }
        into.put(0, positions);
    }

    /** Where the 5 x 5 points of the last draw were pulled to, in pixels of the straight square, row after row. */
    List<Point> points() {
        var spacing = size / (double) (POINTS - 1);
        return IntStream.range(0, POINTS * POINTS)
                .mapToObj(i ->
                        new Point(pulled[2 * i] + spacing * (i % POINTS), pulled[2 * i + 1] + spacing * (i / POINTS)))
                .toList();
    }

    /** The pull along one line of the square, at its 5 points. */
    private void pullRow(float place) {
        var above = (int) place * row.length;
        var share = place - (int) place;
        for (int i = 0; i < row.length; i++) {
            row[i] = pulled[above + i] + share * (pulled[above + row.length + i] - pulled[above + i]);
        }
    }
}
