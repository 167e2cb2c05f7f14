package doppel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerOutputTest {

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aTraceHasTheShapesOfTheTable(ModelDesign design) {
        try (var model = SwapModel.create(design, 1)) {
            for (var side : Side.values()) {
                var trace = model.trace(side, noise(32));
                var expected = design.layers().stream()
                        .filter(layer -> !layer.part().equals(side == Side.A ? "side B" : "side A"))
                        .toList();
                assertEquals(expected, trace.stream().map(LayerOutput::layer).toList());
                for (var output : trace) {
                    var shape = output.layer().output();
                    var numbers = shape.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
                    assertEquals(numbers, output.size(), output.toString());
                    assertEquals(
                            shape.size() == 3 ? shape.get(0) : 1, output.maps().size());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void theLastLayerIsTheFaceThatDecodeDraws(ModelDesign design) {
        try (var model = SwapModel.create(design, 1)) {
            model.weights().get("person.1.0.bias").addi(0.3f); // else both sides are the same
            var face = noise(32);
            for (var side : Side.values()) {
                var trace = model.trace(side, face);
                var colors = trace.get(trace.size() - 1).maps();
                var drawn = model.decode(side, List.of(face)).get(0);
                for (int i = 0; i < 32 * 32; i += 37) {
                    var rgb = drawn.getRGB(i % 32, i / 32);
                    assertEquals(rgb >> 16 & 255, 255 * colors.get(0).at(i % 32, i / 32), 0.51);
                    assertEquals(rgb & 255, 255 * colors.get(2).at(i % 32, i / 32), 0.51);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void bothSidesShareTheEncoder(ModelDesign design) {
        try (var model = SwapModel.create(design, 1)) {
            model.weights().get("person.1.0.bias").addi(0.3f);
            var a = model.trace(Side.A, noise(32));
            var b = model.trace(Side.B, noise(32));
            var encoder = a.stream()
                    .filter(output -> output.layer().part().equals("encoder"))
                    .count();
            assertEquals(a.subList(0, (int) encoder), b.subList(0, (int) encoder));
            assertTrue(!a.get((int) encoder).equals(b.get((int) encoder)));
        }
    }

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aFaceOfAnotherSizeIsRefused(ModelDesign design) {
        try (var model = SwapModel.create(design, 1)) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> model.trace(Side.A, noise(48)));
            assertTrue(refusal.getMessage().startsWith("this network sees faces of 32 x 32, got 48 x 48"));
        }
    }

    private static BufferedImage noise(int size) {
        var random = new SplittableRandom(2);
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < size * size; i++) {
            picture.setRGB(i % size, i / size, random.nextInt());
        }
        return picture;
    }
}
