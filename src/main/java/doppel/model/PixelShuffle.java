package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Lays every four channels out as squares of two by two pixels: depth becomes space.
 *
 * <p>Book: chapter 6, the upscaler. Source: W. Shi et al., "Real-Time Single Image and Video Super-Resolution Using an
 * Efficient Sub-Pixel Convolutional Neural Network", CVPR 2016.
 */
record PixelShuffle() implements Block {

    @Override
    public String words() {
        return "pixel shuffle";
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(input.get(0) / 4, 2 * input.get(1), 2 * input.get(2));
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        long channels = faces.getShape().get(1) / 4;
        long height = faces.getShape().get(2);
        long width = faces.getShape().get(3);
        return faces.reshape(-1, channels, 2, 2, height, width) // channel, down, across, row, column
                .transpose(0, 1, 4, 2, 5, 3) // channel, row, down, column, across
                .reshape(-1, channels, 2 * height, 2 * width);
    }
}
