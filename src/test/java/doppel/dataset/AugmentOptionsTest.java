package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
