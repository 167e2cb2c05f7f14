package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Reads a row of numbers as a small square picture again, {@code (channels, side, side)}. */
record Picture(int channels, int side) implements Block {

    @Override
    public String words() {
        return "as a picture";
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(channels, side, side);
    }

    /** The same numbers, read in another way. */
    @Override
    public long kept(Shape input) {
        return 0;
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        return faces.reshape(-1, channels, side, side);
    }
}
