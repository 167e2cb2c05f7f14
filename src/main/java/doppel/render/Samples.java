package doppel.render;

import java.util.Arrays;

/** What each sample of the picture shows: a grid with {@link #PER_PIXEL} samples along each side of a pixel. */
final class Samples {

    static final int PER_PIXEL = 2;

    final int side;
    /** 1 / distance along the view axis, in 1/dm; 0 where only the backdrop shows. */
    final float[] nearness;
    /** Triangle of the {@link Mesh}, -1 where only the backdrop shows. */
    final int[] triangle;
    /** Share of the triangle's first vertex, as it lies in space. */
    final float[] first;
    /** Share of the triangle's second vertex. */
    final float[] second;

    Samples(int side) {
        this.side = side;
        nearness = new float[side * side];
        triangle = new int[side * side];
        first = new float[side * side];
        second = new float[side * side];
        Arrays.fill(triangle, -1);
    }
}
