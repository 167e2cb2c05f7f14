package doppel.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterboxTest {

    @ParameterizedTest
    @CsvSource({"1920, 1080, 1", "1080, 1920, 1", "256, 256, 0.5", "641, 357, 1", "1000, 3, 1"})
    void theWholePictureComesBackAsItself(int width, int height, double share) {
        var letterbox = Letterbox.of(SampleFrames.gray(width, height), share);
        var shrunk =
                new Box(letterbox.left(), letterbox.top(), width / letterbox.scaleX(), height / letterbox.scaleY());
        var face = new DetectedFace(shrunk, 1, Collections.nCopies(6, new Point(96, 96)));
        var box = letterbox.inFrame(face).box();
        assertEquals(0, box.x(), 1e-9);
        assertEquals(0, box.y(), 1e-9);
        assertEquals(width, box.right(), 1e-9);
        assertEquals(height, box.bottom(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 96, 20", "1080, 1920, 20, 96"})
    void whatIsNotThePictureIsBlack(int width, int height, int x, int y) {
        var picture = Letterbox.of(SampleFrames.gray(width, height), 1).picture();
        assertEquals(Color.BLACK.getRGB(), picture.getRGB(x, y));
        assertEquals(Color.GRAY.getRGB(), picture.getRGB(96, 96));
        assertEquals(BufferedImage.TYPE_3BYTE_BGR, picture.getType());
    }
}
