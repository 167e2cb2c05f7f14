package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockTest {

    private final NDManager scope = Torch.newManager();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void aConvolutionOfOneHotWindowShiftsThePicture() {
        var convolution = new Convolution(1, 1, 3, 1);
        var window = scope.zeros(new Shape(1, 1, 3, 3));
        window.set(new float[] {0, 0, 0, 1, 0, 0, 0, 0, 0});
        var result =
                convolution.forward(scope.arange(9f).reshape(1, 1, 3, 3), List.of(window, scope.zeros(new Shape(1))));
        assertArrayEquals(new float[] {0, 0, 1, 0, 3, 4, 0, 6, 7}, result.toFloatArray(), 0);
    }

    @Test
    void aLinearLayerReadsAPictureRowByRow() {
        var linear = new Linear(4, 1);
        var weight = scope.create(new float[] {1, 10, 100, 1000}, new Shape(1, 4));
        var result = linear.forward(
                scope.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2)),
                List.of(weight, scope.create(new float[] {0.5f})));
        assertEquals(4321.5, result.getFloat(0), 0);
    }

    @Test
    void thePixelShuffleLaysFourChannelsOutAsASquare() {
        var faces = scope.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(1, 8, 1, 1));
        var result = new PixelShuffle().forward(faces, List.of());
        assertEquals(new Shape(1, 2, 2, 2), result.getShape());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, result.toFloatArray(), 0);
    }

    @Test
    void thePixelShuffleKeepsRowsAndColumnsApart() {
        var faces = scope.arange(24f).reshape(1, 4, 2, 3);
        var result = new PixelShuffle().forward(faces, List.of());
        // channel c of pixel (row, column) goes to row 2 row + c / 2, column 2 column + c % 2
        for (int channel = 0; channel < 4; channel++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    assertEquals(
                            channel * 6 + row * 3 + column,
                            result.getFloat(0, 0, 2 * row + channel / 2, 2 * column + channel % 2),
                            0);
                }
            }
        }
    }

    @Test
    void leakyLetsATenthOfTheNegativeThrough() {
        var result = Activation.LEAKY.forward(scope.create(new float[] {-2, 0, 3}), List.of());
        assertArrayEquals(new float[] {-0.2f, 0, 3}, result.toFloatArray(), 1e-7f);
    }

    @Test
    void everyBlockKeepsTheStrengthOfASignal() {
        var random = new SplittableRandom(5);
        for (var block : List.of(new Convolution(32, 64, 3, 1), new Upscale(32, 16))) {
            var weights = Part.begin(scope, "x", List.of(block), random);
            var noise = scope.randomNormal(new Shape(4, 32, 32, 32));
            var convolved = weights.forward(noise);
            var active = block instanceof Convolution ? Activation.LEAKY.forward(convolved, List.of()) : convolved;
            assertEquals(1, meanSquare(active), 0.15, block.words());
        }
        var linear = Part.begin(scope, "x", List.of(new Linear(500, 400)), random);
        assertEquals(1, meanSquare(linear.forward(scope.randomNormal(new Shape(50, 500)))), 0.1);
    }

    @Test
    void announcesTheShapeThatComesOut() {
        var faces = scope.zeros(new Shape(2, 8, 16, 16));
        for (var block : List.of(
                new Convolution(8, 4, 5, 2),
                new Convolution(8, 4, 3, 1),
                new Upscale(8, 4),
                new PixelShuffle(),
                new Linear(8 * 16 * 16, 10),
                Activation.SIGMOID)) {
            var result = Part.begin(scope, "x", List.of(block), new SplittableRandom(1))
                    .forward(faces);
            assertEquals(block.output(new Shape(8, 16, 16)), result.getShape().slice(1), block.words());
        }
    }

    private static double meanSquare(NDArray array) {
        return array.mul(array).mean().getFloat();
    }
}
