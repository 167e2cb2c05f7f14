package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossMapTest {

    private static final int SIZE = 24;

    private final SplittableRandom random = new SplittableRandom(8);
    private final BufferedImage drawn = noise();
    private final BufferedImage target = noise();
    private final NumberGrid weights = weights();

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aMapAddsUpToTheLossOfTheTraining(LossKind kind) {
        try (var scope = Torch.newManager()) {
            // the same pair on both sides
            var expected = kind.loss(scope, SIZE)
                    .of(colors(scope, drawn), colors(scope, target), counted(scope))
                    .toFloatArray();
            var value = LossMap.of(kind, drawn, target, weights).value();
            assertEquals(expected[0], value, 1e-5);
            assertTrue(value > 0.01);
        }
    }

    @Test
    void theTotalIsThatOfTheTraining() {
        var options = LossOptions.quick()
                .with(LossKind.ABSOLUTE, 0.5)
                .with(LossKind.SQUARED, 2)
                .with(LossKind.STRUCTURE, 3);
        try (var scope = Torch.newManager()) {
            var expected = new TotalLoss(scope, options, SIZE)
                    .of(colors(scope, drawn), colors(scope, target), counted(scope))
                    .toFloatArray();
            assertEquals(expected[0], LossMap.total(options, drawn, target, weights), 1e-5);
        }
    }

    @Test
    void equalPicturesHaveEmptyMaps() {
        for (var map : LossMap.all(target, target, weights)) {
            assertEquals(0, map.shares().most(), 1e-9, map.kind().name());
        }
    }

    @Test
    void aWrongPixelIsFoundWhereItIs() {
        var wrong = copy(target);
        wrong.setRGB(12, 13, ~target.getRGB(12, 13));
        var even = NumberGrid.filled(SIZE, SIZE, 1);
        var absolute = LossMap.of(LossKind.ABSOLUTE, wrong, target, even);
        assertEquals(absolute.value(), absolute.shares().at(12, 13), 1e-9);
        var structure = LossMap.of(LossKind.STRUCTURE, wrong, target, even).shares();
        assertEquals(structure.most(), structure.at(12, 13), 1e-9);
        assertEquals(0, structure.at(18, 13), 1e-9); // its window ends one pixel before the wrong one
        assertTrue(structure.at(17, 13) > 0);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void whatCountsNothingIsSeenByNoLoss(LossKind kind) {
        var elsewhere = copy(drawn);
        for (int i = 0; i < SIZE * SIZE; i++) {
            if (weights.at(i % SIZE, i / SIZE) == 0) {
                elsewhere.setRGB(i % SIZE, i / SIZE, ~drawn.getRGB(i % SIZE, i / SIZE));
            }
        }
        var map = LossMap.of(kind, drawn, target, weights).shares();
        assertArrayEquals(
                map.numbers(),
                LossMap.of(kind, elsewhere, target, weights).shares().numbers(),
                1e-9f);
    }

    @Test
    void aWaveIsFoundByItsLength() {
        var waving = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        var gray = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIZE * SIZE; i++) {
            var light = (int) Math.round(128 + 100 * Math.cos(2 * Math.PI * 3 * (i % SIZE) / SIZE));
            waving.setRGB(i % SIZE, i / SIZE, light * 0x10101);
            gray.setRGB(i % SIZE, i / SIZE, 128 * 0x10101);
        }
        var even = NumberGrid.filled(SIZE, SIZE, 1);
        var waves = LossMap.of(LossKind.FREQUENCY, waving, gray, even);
        // three periods across, none down, to the right and to the left of the middle
        assertEquals(waves.value() / 2, waves.shares().at(SIZE / 2 + 3, SIZE / 2), 1e-3 * waves.value());
        assertEquals(waves.value() / 2, waves.shares().at(SIZE / 2 - 3, SIZE / 2), 1e-3 * waves.value());
    }

    @Test
    void twoSizesSayTheRemedy() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> LossMap.of(LossKind.ABSOLUTE, drawn, target, NumberGrid.filled(SIZE, 12, 1)));
        assertEquals(
                "pictures and weights must have one size, got 24 x 24, 24 x 24 and 24 x 12: resize them",
                refusal.getMessage());
    }

    /** Twice, for side A and side B. */
    private static NDArray colors(NDManager scope, BufferedImage picture) {
        var values = new float[2 * 3 * SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            var pixel = i % (SIZE * SIZE);
            var shift = 16 - 8 * (i / (SIZE * SIZE) % 3);
            values[i] = (picture.getRGB(pixel % SIZE, pixel / SIZE) >> shift & 255) / 255f;
        }
        return scope.create(values, new Shape(2, 3, SIZE, SIZE));
    }

    private NDArray counted(NDManager scope) {
        var one = scope.create(weights.numbers(), new Shape(1, 1, SIZE, SIZE));
        return one.concat(one);
    }

    private BufferedImage noise() {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIZE * SIZE; i++) {
            picture.setRGB(i % SIZE, i / SIZE, random.nextInt());
        }
        return picture;
    }

    private static BufferedImage copy(BufferedImage picture) {
        var copy = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        picture.copyData(copy.getRaster());
        return copy;
    }

    /** A third outside, a third soft, a third at full weight or above. */
    private NumberGrid weights() {
        var numbers = new float[SIZE * SIZE];
        for (int i = 0; i < numbers.length; i++) {
            var number = (float) random.nextDouble();
            numbers[i] = number < 0.33 ? 0 : number < 0.66 ? number : 1 + 3 * number;
        }
        return new NumberGrid(SIZE, SIZE, numbers);
    }
}
