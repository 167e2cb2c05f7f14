package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class AugmentOptionsTest {

    @Test
    void quickMovesAThirdAsFarAsFaceswapAndBendsAsMuch() {
        var quick = AugmentOptions.quick();
        var faceswap = AugmentOptions.faceswap();
        assertEquals(0.3 * faceswap.rotationDegrees(), quick.rotationDegrees(), 1e-9);
        assertEquals(0.3 * faceswap.zoom(), quick.zoom(), 1e-9);
        assertEquals(0.3 * faceswap.shift(), quick.shift(), 1e-9);
        assertEquals(0.3 * faceswap.lightness(), quick.lightness(), 1e-9);
        assertEquals(0.3 * faceswap.color(), quick.color(), 1e-9);
        assertEquals(faceswap.warp(), quick.warp(), 0);
        assertEquals(0, quick.flip(), 0);
    }

    @Test
    void faceswapHasTheNumbersOfFaceswap() {
        assertEquals(
                new AugmentOptions(10, 0.05, 0.05, 0.5, 5.0 / 256, 0, 0.3, 0.08, 0.5, 0), AugmentOptions.faceswap());
    }

    @Test
    void theBookOnlyFlips() {
        assertEquals(AugmentOptions.none(), AugmentOptions.book().withFlip(0));
        assertEquals(0.5, AugmentOptions.book().flip(), 0);
    }

    @Test
    void theLastPhaseKeepsMovesAndColors() {
        var last = AugmentOptions.faceswap().withToLandmarks(0.5).withoutWarpAndFlip();
        assertEquals(AugmentOptions.faceswap().withWarp(0).withFlip(0), last);
    }

    @Test
    void everyKnobTurnsItselfAlone() {
        var knobs = List.<BiFunction<AugmentOptions, Double, AugmentOptions>>of(
                AugmentOptions::withRotationDegrees,
                AugmentOptions::withZoom,
                AugmentOptions::withShift,
                AugmentOptions::withFlip,
                AugmentOptions::withWarp,
                AugmentOptions::withToLandmarks,
                AugmentOptions::withLightness,
                AugmentOptions::withColor,
                AugmentOptions::withContrast,
                AugmentOptions::withRecoloring);
        var components = AugmentOptions.class.getRecordComponents();
        for (int turned = 0; turned < knobs.size(); turned++) {
            var after = numbers(knobs.get(turned).apply(AugmentOptions.quick(), 0.0123));
            var expected = numbers(AugmentOptions.quick());
            expected.set(turned, 0.0123);
            assertEquals(expected, after, components[turned].getName());
        }
    }

    private static List<Double> numbers(AugmentOptions options) {
        return new ArrayList<>(List.of(
                options.rotationDegrees(),
                options.zoom(),
                options.shift(),
                options.flip(),
                options.warp(),
                options.toLandmarks(),
                options.lightness(),
                options.color(),
                options.contrast(),
                options.recoloring()));
    }

    @Test
    void aKnobOutOfItsRangeIsNamedWithItsValue() {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> AugmentOptions.quick().withFlip(1.5));
        assertEquals("flip must be 0 to 1.0, got 1.5; quick() has a value that works", fault.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> AugmentOptions.quick().withWarp(Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> AugmentOptions.quick().withZoom(-0.01));
    }
}
