package doppel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {

    @ParameterizedTest
    @EnumSource
    void decodingTakesEncodingBack(Transfer transfer) {
        for (double light = 0; light <= 1; light += 1 / 512.0) {
            assertEquals(light, transfer.decode(transfer.encode(light)), 1e-6, transfer + " of " + light);
        }
        assertEquals(0, transfer.encode(0), 1e-12);
        assertEquals(1, transfer.encode(1), 1e-12);
    }

    /** Half the light of white has the number 188 in sRGB and 180 in Rec. 709. */
    @Test
    void halfTheLightHasTheNumbersOfTheStandards() {
        assertEquals(188, 255 * Transfer.SRGB.encode(0.5), 0.5);
        assertEquals(180, 255 * Transfer.REC_709.encode(0.5), 0.5);
        assertEquals(0.081, Transfer.REC_709.encode(0.018), 1e-3);
        assertEquals(0.04045, Transfer.SRGB.encode(0.0031308), 1e-5);
    }

    @Test
    void aCheckerboardShrinksToHalfItsLight() {
        var board = board();
        assertEquals(0xFFBCBCBC, Transfer.SRGB.shrink(board, 2).getRGB(3, 1));
        assertEquals(0xFF808080, Transfer.LINEAR.shrink(board, 2).getRGB(3, 1));
    }

    @Test
    void aPictureOfOneColorKeepsItWhateverItsSize() {
        var plain = new BufferedImage(9, 6, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 54; i++) {
            plain.setRGB(i % 9, i / 9, 0x336699);
        }
        var small = Transfer.SRGB.shrink(plain, 3);
        assertEquals(3, small.getWidth());
        assertEquals(2, small.getHeight());
        assertEquals(0xFF336699, small.getRGB(2, 1));
    }

    @Test
    void convertingThereAndBackLosesAtMostAStepInTheMiddle() {
        var ramp = new BufferedImage(256, 1, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 256; i++) {
            ramp.setRGB(i, 0, i << 16 | i << 8 | i);
        }
        var back = Transfer.REC_709.convert(Transfer.SRGB.convert(ramp, Transfer.REC_709), Transfer.SRGB);
        for (int i = 64; i < 256; i++) {
            assertEquals(i, back.getRGB(i, 0) & 255, 1, "number " + i);
        }
    }

    @Test
    void anImpossibleFactorIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Transfer.SRGB.shrink(board(), 0));
        assertThrows(IllegalArgumentException.class, () -> Transfer.SRGB.shrink(board(), 9));
    }

    private static BufferedImage board() {
        var board = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64; i++) {
            board.setRGB(i % 8, i / 8, (i % 8 + i / 8) % 2 == 0 ? 0xFFFFFF : 0);
        }
        return board;
    }
}
