package doppel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.align.CropOptions;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDesignTest {

    @Test
    void theBooksNetworkHasTheBooksParameters() {
        assertEquals(69_662_976, parameters(ModelDesign.book(), "encoder"));
        assertEquals(6_199_747, parameters(ModelDesign.book(), "side A"));
        assertEquals(6_199_747, parameters(ModelDesign.book(), "side B"));
        assertEquals(82_062_470, ModelDesign.book().parameters());
    }

    @Test
    void theBooksNetworkHasTheBooksShapes() {
        assertEquals(List.of(512, 8, 8), lastShape(ModelDesign.book(), "encoder"));
        assertEquals(List.of(3, 64, 64), lastShape(ModelDesign.book(), "side A"));
    }

    @Test
    void theFastNetworkIsSmallAndSharesItsDecoder() {
        assertEquals(1_420_364, ModelDesign.fast().parameters());
        assertEquals(2 * (128 * 1024 + 1024), 2 * parameters(ModelDesign.fast(), "side A"));
        assertEquals(List.of(3, 64, 64), lastShape(ModelDesign.fast(), "decoder"));
    }

    @Test
    void theBooksStepTakesTheWorkOfItsLayers() {
        // two sides of 16 faces, forward and twice that backward, a multiplication and an addition each
        assertEquals(364e9, 2.0 * 3 * 32 * ModelDesign.book().multiplications(), 2e9);
    }

    @ParameterizedTest
    @MethodSource("doppel.model.ModelDesign#presets")
    void survivesJson(ModelDesign design, @TempDir Path folder) throws IOException {
        Json.write(folder.resolve("x.json"), design);
        assertEquals(design, Json.read(folder.resolve("x.json"), ModelDesign.class));
    }

    @ParameterizedTest
    @MethodSource("doppel.model.ModelDesign#presets")
    void isFoundByItsName(ModelDesign design) {
        assertEquals(design, ModelDesign.named(design.name()));
    }

    @Test
    void anUnknownNameSaysTheKnownOnes() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ModelDesign.named("huge"));
        assertEquals("no design is called \"huge\"; there are [fast, light, book]", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 50, 72, 272})
    void anImpossibleSizeSaysWhichIsPossible(int size) {
        var crop = CropOptions.training(size);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withCrop(crop));
        assertEquals("size must be a multiple of 16 from 32 to 256, got " + size + "; try 64", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 33, 514})
    void anImpossibleWidthSaysWhichIsPossible(int width) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withWidth(width));
        assertEquals("width must be even and 4 to 512, got " + width + "; try 32", refusal.getMessage());
    }

    private static long parameters(ModelDesign design, String part) {
        return design.layers().stream()
                .filter(layer -> layer.part().equals(part))
                .mapToLong(Layer::parameters)
                .sum();
    }

    private static List<Integer> lastShape(ModelDesign design, String part) {
        return design.layers().stream()
                .filter(layer -> layer.part().equals(part))
                .reduce((first, second) -> second)
                .orElseThrow()
                .output();
    }
}
