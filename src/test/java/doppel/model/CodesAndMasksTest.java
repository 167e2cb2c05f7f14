package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesAndMasksTest {

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aCodeIsAllThatIsLeftOfAFace(ModelDesign design) {
        try (var model = SwapModel.create(design, 1)) {
            model.weights().get("person.1.0.weight").addi(0.3);
            var faces = List.of(TinyDesigns.noise(32, 1), TinyDesigns.noise(32, 2));
            var codes = model.encode(faces);
            assertEquals(2, codes.size());
            assertEquals(16, codes.get(0).length);
            assertFalse(Arrays.equals(codes.get(0), codes.get(1)));
            var drawn = model.drawCodes(1, List.of(codes.get(1)));
            assertArrayEquals(TinyDesigns.pixels(model.decode(1, faces.subList(1, 2))), TinyDesigns.pixels(drawn));
            assertEquals(List.of(), model.drawCodes(1, List.of()));
        }
    }

    @Test
    void aCodeOfAnotherLengthIsRefused() {
        try (var model = SwapModel.create(TinyDesigns.of(Architecture.SHARED_DECODER), 1)) {
            var refusal = assertThrows(
                    IllegalArgumentException.class, () -> model.drawCodes(0, List.of(new float[16], new float[15])));
            assertEquals("a code of this network has 16 numbers, got 15: take what encode made", refusal.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aMaskIsDrawnBesideTheColors(ModelDesign plain) {
        try (var model = SwapModel.create(plain.withMask(true), 1);
                var scope = Torch.newManager()) {
            var faces = List.of(TinyDesigns.noise(32, 1), TinyDesigns.noise(32, 2));
            var drawn = model.decode(Side.B, FacePixels.pack(scope, faces));
            assertEquals(new Shape(2, 4, 32, 32), drawn.getShape());
            assertEquals(new Shape(2, 3, 32, 32), FacePixels.colors(drawn).getShape());
            assertEquals(new Shape(2, 1, 32, 32), FacePixels.masks(drawn).getShape());
            var masks = model.decodeMasks(1, faces);
            for (int i = 0; i < 32 * 32; i += 37) {
                assertEquals(drawn.getFloat(1, 3, i / 32, i % 32), masks.get(1).at(i % 32, i / 32), 0.5 / 255 + 1e-6);
                var red = model.decode(Side.B, faces).get(1).getRGB(i % 32, i / 32) >> 16 & 255;
                assertEquals(255 * drawn.getFloat(1, 0, i / 32, i % 32), red, 0.501);
            }
        }
    }

    @Test
    void gradientsReachTheWindowsOfWhatIsCompared() {
        var design = TinyDesigns.of(Architecture.TWO_DECODERS).withMask(true);
        for (var compared : List.<Function<NDArray, NDArray>>of(FacePixels::colors, FacePixels::masks)) {
            try (var model = SwapModel.create(design, 1);
                    var scope = Torch.newManager()) {
                var windows = model.weights().get("person.0.3.weight"); // (4, 2, 5, 5)
                windows.setRequiresGradient(true);
                try (var collector = Torch.newGradientCollector()) {
                    var drawn = model.decode(Side.A, FacePixels.pack(scope, List.of(TinyDesigns.noise(32, 1))));
                    collector.backward(compared.apply(drawn).sum());
                }
                var gradient = windows.getGradient();
                gradient.attach(scope);
                for (int channel = 0; channel < 4; channel++) {
                    var reached = gradient.get(channel).abs().sum().getFloat() > 0;
                    var colors =
                            compared.apply(scope.zeros(new Shape(1, 4, 2, 2))).size() == 12;
                    assertEquals(colors == channel < 3, reached, "channel " + channel);
                }
            }
        }
    }

    @Test
    void aNetworkWithoutAMaskSaysHowToGetOne() {
        try (var model = SwapModel.create(TinyDesigns.of(Architecture.SHARED_DECODER), 1)) {
            var refusal = assertThrows(
                    IllegalStateException.class, () -> model.decodeMasks(0, List.of(TinyDesigns.noise(32, 1))));
            assertEquals("the design tiny draws no mask: train one with withMask(true)", refusal.getMessage());
        }
    }
}
