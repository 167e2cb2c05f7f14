package doppel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @ParameterizedTest
    @MethodSource("doppel.model.ModelDesign#presets")
    void hasTheParametersThatItsShapesAskFor(ModelDesign design) {
        assertEquals(closedForm(design), design.parameters());
    }

    @Test
    void theSharpNetworkFitsIntoASmallFile() {
        assertEquals(1_417_212, ModelDesign.sharp().parameters());
        assertEquals(144 * 32 * 36 + 32 * 36, ModelDesign.sharp().parametersAPerson());
        assertEquals(List.of(3, 96, 96), lastShape(ModelDesign.sharp(), "decoder"));
        // 16 bits a weight for one person
        assertTrue(2 * (ModelDesign.sharp().parameters() - ModelDesign.sharp().parametersAPerson()) < 11e6);
    }

    @Test
    void intermediatesCostWhatTheSharedDecoderCosts() {
        assertEquals(ModelDesign.fast().multiplications(), ModelDesign.iae().multiplications());
        assertEquals(
                ModelDesign.fast().parametersAPerson() / 2, ModelDesign.iae().parametersAPerson());
        assertEquals(parameters(ModelDesign.iae(), "both"), parameters(ModelDesign.iae(), "side B"));
    }

    @Test
    void theMaskIsAFourthChannel() {
        assertEquals(List.of(4, 256, 256), lastShape(ModelDesign.large(), "decoder"));
        assertEquals(List.of(4, 64, 64), lastShape(ModelDesign.light().withMask(true), "side B"));
    }

    @Test
    void aCorrectionFollowsEachUpscaleOfAResidualNetwork() {
        for (var architecture : Architecture.values()) {
            var names = ModelDesign.fast().withArchitecture(architecture).withResidual(true).layers().stream()
                    .map(Layer::name)
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                assertEquals(
                        i > 0 && names.get(i - 1).startsWith("upscale"),
                        names.get(i).startsWith("residual"),
                        names.toString());
            }
        }
    }

    @Test
    void theDescriptionHasALineForEachLayer() {
        var lines = ModelDesign.fast().describe().split("\n");
        assertEquals(ModelDesign.fast().layers().size(), lines.length);
        assertEquals(
                "encoder  convolution 5 x 5, stride 2                          32 x 32 x 32            2,432",
                lines[0]);
    }

    @Test
    void aKnobTurnsNothingElse() {
        var fast = ModelDesign.fast();
        assertEquals(fast, fast.withResidual(true).withResidual(false));
        assertEquals(fast, fast.withMask(true).withMask(false));
        assertEquals(fast, fast.withHalvings(5).withHalvings(4));
        assertEquals(fast, fast.withWidth(64).withWidth(32));
        assertEquals(fast, fast.withName("other").withName("fast"));
        assertEquals(new Channels(8, 32, 4), fast.withWidth(8).channels());
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
        assertEquals(
                "no design is called \"huge\"; there are [fast, sharp, iae, light, book, large]", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 50, 72, 272})
    void anImpossibleSizeSaysWhichIsPossible(int size) {
        var crop = CropOptions.training(size);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withCrop(crop));
        var near = size == 272 ? 256 : size == 72 ? 64 : size == 50 ? 48 : 32;
        assertEquals(
                "size must be a multiple of 16 from 32 to 256 to be halved 4 times, got %d; try %d"
                        .formatted(size, near),
                refusal.getMessage());
        ModelDesign.fast().withCrop(crop.withSize(near));
    }

    @Test
    void aPictureThatWouldVanishSaysWhichIsPossible() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withHalvings(6));
        assertEquals(
                "size must be a multiple of 64 from 128 to 256 to be halved 6 times, got 64; try 128",
                refusal.getMessage());
        refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withHalvings(2));
        assertEquals("halvings must be 3 to 6, got 2; try 4", refusal.getMessage());
    }

    @Test
    void aCodeThatLeavesNothingOutIsRefused() {
        var small = ModelDesign.fast().withCrop(CropOptions.training(32));
        var refusal = assertThrows(IllegalArgumentException.class, () -> small.withChannels(new Channels(4, 200, 16)));
        assertEquals("a code of 200 numbers leaves nothing out of the 128 that go in: try 32", refusal.getMessage());
        small.withChannels(new Channels(4, 32, 16));
    }

    @Test
    void aLinearLayerThatWouldFillTheMemoryIsRefused() {
        var crop = CropOptions.training(256);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.book().withCrop(crop));
        assertEquals(
                "a linear layer between 262144 numbers and a code of 1024 has 268 million weights, the most is"
                        + " 100 million: halve the picture once more or try a code of 381",
                refusal.getMessage());
        ModelDesign.book().withChannels(new Channels(128, 381, 64)).withCrop(crop);
        ModelDesign.book().withHalvings(5).withCrop(crop);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 33, 514})
    void anImpossibleWidthSaysWhichIsPossible(int width) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelDesign.fast().withWidth(width));
        assertEquals("width must be even and 4 to 512, got " + width + "; try 32", refusal.getMessage());
    }

    @Test
    void channelsOutOfTheirRangeSayWhichArePossible() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Channels(32, 3, 16));
        assertEquals("code must be 4 to 4096 numbers, got 3; try 128", refusal.getMessage());
        refusal = assertThrows(IllegalArgumentException.class, () -> new Channels(32, 128, 1));
        assertEquals("last must be 2 to 256 channels, got 1; try 16", refusal.getMessage());
    }

    /** Counted from the sizes alone, as on paper. */
    private static long closedForm(ModelDesign design) {
        long first = design.channels().first();
        long code = design.channels().code();
        long last = design.channels().last();
        long area = (long) Math.pow(design.size() / Math.pow(2, design.halvings()), 2);
        var twoDecoders = design.architecture() == Architecture.TWO_DECODERS;
        long planes = design.mask() ? 4 : 3;

        long sum = 25 * 3 * first + first;
        var in = first;
        for (int i = 1; i < design.halvings(); i++) {
            var out = Math.min(8 * first, 2 * in);
            sum += (twoDecoders ? 25 : 9) * in * out + out;
            in = out;
        }
        sum += in * area * code + code;
        if (twoDecoders) {
            // 16 to 8 times the last one's channels is shared, 8 to 4 to 2 to 1 is not
            sum += (code + 1) * 16 * last * area + upscale(16, 8, last);
            return sum
                    + 2
                            * (upscale(8, 4, last)
                                    + upscale(4, 2, last)
                                    + upscale(2, 1, last)
                                    + 25 * last * planes
                                    + planes);
        }
        var own = 8 * code / area;
        sum += (design.architecture() == Architecture.INTERMEDIATES ? 3 : 4) * (code + 1) * own * area / 2;
        var steps = design.halvings() == 4 ? new long[] {4, 2, 1} : new long[] {4, 4, 2, 1};
        in = own;
        for (var step : steps) {
            var out = step * last;
            sum += 9 * in * 4 * out + 4 * out + (design.residual() ? 2 * (9 * out * out + out) : 0);
            in = out;
        }
        return sum + 9 * last * 4 * planes + 4 * planes;
    }

    private static long upscale(long in, long out, long last) {
        return 9 * in * last * 4 * out * last + 4 * out * last;
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
