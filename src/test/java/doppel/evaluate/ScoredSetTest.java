package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoredSetTest {

    @Test
    void swapAndBaselinesAreEachComparedWithTheTruth() {
        var score = Pictures.scored(1).frames().get(0).score();
        assertEquals(decibels(10), score.psnr(), 1e-9);
        assertEquals(decibels(20), score.psnrNoSwap(), 1e-9);
        assertEquals(decibels(30), score.psnrWarpPaste(), 1e-9);
        assertEquals(0.6, score.identityToA(), 0);
        assertEquals(0.4, score.identityToB(), 0);
    }

    @Test
    void meanAndSpreadAreThoseOfTheFrames() {
        var set = Pictures.scored(3);
        // swaps of 110, 111 and 112 against 120
        var psnrs = new double[] {decibels(10), decibels(9), decibels(8)};
        var mean = (psnrs[0] + psnrs[1] + psnrs[2]) / 3;
        double squares = 0;
        for (var psnr : psnrs) {
            squares += (psnr - mean) * (psnr - mean);
        }
        assertEquals(mean, set.mean().psnr(), 1e-9);
        assertEquals(Math.sqrt(squares / 3), set.spread().psnr(), 1e-9);
        assertEquals(0, set.spread().psnrNoSwap(), 1e-9);
        assertEquals(0.5, set.mean().identityToB(), 1e-9);
    }

    @Test
    void nearerACountsTheFramesThatLookMoreLikeA() {
        // 0.6 to A; 0.4, 0.5, 0.6, 0.7, 0.8 to B
        assertEquals(0.4, Pictures.scored(5).nearerA(), 1e-9);
    }

    @Test
    void aSetWithoutAnyFaceIsRefused() {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> new ScoredSet(List.of(), List.of("frame 4", "frame 12")));
        assertEquals(
                "no face was found in any of the 2 truth frames: lower minScore of the detector", fault.getMessage());
    }

    private static double decibels(double error) {
        return 20 * Math.log10(255 / error);
    }
}
