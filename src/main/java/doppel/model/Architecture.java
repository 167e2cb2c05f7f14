package doppel.model;

import java.util.List;

/**
 * How the work is shared out between what both people use and what each has alone.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
public enum Architecture {
    /** The book's: a decoder for each person. */
    TWO_DECODERS {
        @Override
        Plan plan(int width, int size) {
            var bottom = size / 16;
            var code = 8 * width;
            return new Plan(
                    List.of( // shapes for width 128, size 64: (3, 64, 64)
                            new Convolution(3, width, 5, 2), // (128, 32, 32)
                            Activation.LEAKY,
                            new Convolution(width, 2 * width, 5, 2), // (256, 16, 16)
                            Activation.LEAKY,
                            new Convolution(2 * width, 4 * width, 5, 2), // (512, 8, 8)
                            Activation.LEAKY,
                            new Convolution(4 * width, 8 * width, 5, 2), // (1024, 4, 4)
                            Activation.LEAKY,
                            new Linear(8 * width * bottom * bottom, code), // (1024)
                            new Linear(code, 8 * width * bottom * bottom), // (16384)
                            new Picture(8 * width, bottom), // (1024, 4, 4)
                            new Upscale(8 * width, 4 * width)), // (512, 8, 8)
                    List.of(
                            new Upscale(4 * width, 2 * width), // (256, 16, 16)
                            new Upscale(2 * width, width), // (128, 32, 32)
                            new Upscale(width, width / 2), // (64, 64, 64)
                            new Convolution(width / 2, 3, 5, 1), // (3, 64, 64)
                            Activation.SIGMOID),
                    List.of());
        }
    },

    /**
     * Everything shared but one linear layer for each person: what two faces have in common is learned once, from both
     * people's faces.
     *
     * <p>Source: the division of labor of DeepFaceLab's LIAE, reduced to its least.
     */
    SHARED_DECODER {
        @Override
        Plan plan(int width, int size) {
            var bottom = size / 16;
            var code = 4 * width;
            return new Plan(
                    List.of( // shapes for width 32, size 64: (3, 64, 64)
                            new Convolution(3, width, 5, 2), // (32, 32, 32)
                            Activation.LEAKY,
                            new Convolution(width, 2 * width, 3, 2), // (64, 16, 16)
                            Activation.LEAKY,
                            new Convolution(2 * width, 4 * width, 3, 2), // (128, 8, 8)
                            Activation.LEAKY,
                            new Convolution(4 * width, 8 * width, 3, 2), // (256, 4, 4)
                            Activation.LEAKY,
                            new Linear(8 * width * bottom * bottom, code)), // (128)
                    List.of(
                            new Linear(code, 2 * width * bottom * bottom), // (1024)
                            new Picture(2 * width, bottom)), // (64, 4, 4)
                    List.of(
                            new Upscale(2 * width, 2 * width), // (64, 8, 8)
                            new Upscale(2 * width, width), // (32, 16, 16)
                            new Upscale(width, width / 2), // (16, 32, 32)
                            new Convolution(width / 2, 12, 3, 1), // (12, 32, 32)
                            new PixelShuffle(), // (3, 64, 64)
                            Activation.SIGMOID));
        }
    };

    /**
     * The blocks of a network: an encoder, what each side has of its own, and what comes after it for both.
     *
     * @param decoder empty if each side draws the picture to its end
     */
    record Plan(List<Block> encoder, List<Block> side, List<Block> decoder) {}

    abstract Plan plan(int width, int size);
}
