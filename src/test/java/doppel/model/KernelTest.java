package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.image.NumberGrid;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelTest {

    private static final Kernel COUNTED = Kernel.of("counted", 1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Test
    void answersTheSumOfTheNumbersUnderIt() {
        var picture = NumberGrid.of(3, 1, 0, 0, 0, 1, 0, 0, 0, 2);
        // 1 * 1 + 5 * 1 + 9 * 2
        assertEquals(NumberGrid.of(1, 24), COUNTED.apply(picture, 1, 0));
    }

    @Test
    void seesZerosBeyondTheEdge() {
        var picture = NumberGrid.of(2, 1, 2, 3, 4);
        // at the upper left the four pixels lie under 5 6 8 9, at the upper right under 4 5 7 8, and so on
        assertEquals(
                NumberGrid.of(
                        2,
                        5 + 2 * 6 + 3 * 8 + 4 * 9,
                        4 + 2 * 5 + 3 * 7 + 4 * 8,
                        2 + 2 * 3 + 3 * 5 + 4 * 6,
                        1 + 2 * 2 + 3 * 4 + 4 * 5),
                COUNTED.apply(picture, 1, 1));
    }

    @Test
    void aStrideSkipsPlaces() {
        var picture = noise(9, 8);
        var every = COUNTED.apply(picture, 1, 1);
        var third = COUNTED.apply(picture, 3, 1);
        for (int row = 0; row < third.height(); row++) {
            for (int column = 0; column < third.width(); column++) {
                assertEquals(every.at(3 * column, 3 * row), third.at(column, row), 0);
            }
        }
    }

    @Test
    void theFormulaSaysTheRealSizeForEveryStrideAndPadding() {
        for (var kernel : List.of(Kernel.sharpen(), Kernel.blur(5))) {
            for (int stride = 1; stride <= 5; stride++) {
                for (int padding = 0; padding <= 4; padding++) {
                    var result = kernel.apply(noise(16, 11), stride, padding);
                    assertEquals(places(16, kernel.side(), stride, padding), result.width());
                    assertEquals(places(11, kernel.side(), stride, padding), result.height());
                    assertEquals(result.width(), kernel.places(16, stride, padding));
                }
            }
        }
    }

    @Test
    void computesWhatTheNetworksConvolutionComputes() {
        var picture = noise(12, 12);
        for (int stride = 1; stride <= 2; stride++) {
            var convolution = new Convolution(1, 1, 3, stride);
            try (var scope = Torch.newManager()) {
                var window = scope.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Shape(1, 1, 3, 3));
                var result = convolution.forward(
                        scope.create(picture.numbers(), new Shape(1, 1, 12, 12)),
                        List.of(window, scope.zeros(new Shape(1))));
                assertArrayEquals(
                        result.toFloatArray(), COUNTED.apply(picture, stride, 1).numbers(), 1e-4f);
            }
        }
    }

    @Test
    void edgesAnswerNothingOnAnEvenPicture() {
        var even = NumberGrid.filled(6, 6, 0.7);
        for (var kernel : List.of(Kernel.edgesAcross(), Kernel.edgesDown())) {
            assertEquals(0, kernel.sum(), 1e-12);
            assertArrayEquals(new float[16], kernel.apply(even, 1, 0).numbers(), 1e-6f);
        }
    }

    @Test
    void anEdgeAcrossIsAboveZeroWhereItGetsLighterToTheRight() {
        var picture = NumberGrid.of(4, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1);
        assertEquals(NumberGrid.of(2, 4, 4), Kernel.edgesAcross().apply(picture, 1, 0));
        assertEquals(NumberGrid.of(2, 0, 0), Kernel.edgesDown().apply(picture, 1, 0));
    }

    @Test
    void thosePresetsThatKeepTheLightnessAddUpToOne() {
        for (var kernel : List.of(Kernel.keep(), Kernel.blur(3), Kernel.blur(5), Kernel.sharpen(), Kernel.emboss())) {
            assertEquals(1, kernel.sum(), 1e-9, kernel.name());
        }
    }

    @Test
    void aWrongNumberOfNumbersSaysTheRemedy() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Kernel.of("four", 1, 2, 3, 4));
        assertEquals(
                "a kernel has an odd side and side * side numbers, got side 2 and 4 numbers; try 3 and 9",
                refusal.getMessage());
    }

    @Test
    void aWindowLargerThanThePictureSaysTheRemedy() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Kernel.blur(5).apply(noise(4, 4), 1, 0));
        assertEquals(
                "a window of 5 does not fit on 4 pixels with padding 0 and stride 1: try padding 2 and stride 1",
                refusal.getMessage());
    }

    /** The places are counted one by one. */
    private static int places(int pixels, int side, int stride, int padding) {
        var places = 0;
        for (int left = -padding; left + side <= pixels + padding; left += stride) {
            places++;
        }
        return places;
    }

    private static NumberGrid noise(int width, int height) {
        var random = new SplittableRandom(4);
        var numbers = new float[width * height];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble();
        }
        return new NumberGrid(width, height, numbers);
    }
}
