package doppel.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {

    private static final Tile RIGHT = new Tile(100, 0, 200, 300, 200);

    private static DetectedFace face(double x, double y, double side) {
        return new DetectedFace(new Box(x, y, side, side), 1, Collections.nCopies(6, new Point(x, y)));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "256, 256", "4000, 300", "1, 1"})
    void everyPixelIsInATileAndNoTileLeavesTheFrame(int width, int height) {
        var tiles = Tile.covering(width, height);
        for (int y = 0; y < height; y += Math.max(1, height / 50)) {
            for (int x = 0; x < width; x += Math.max(1, width / 50)) {
                var pixel = new Box(x, y, 1, 1);
                assertTrue(tiles.stream().anyMatch(tile -> shared(tile, pixel) == 1), "no tile at " + x + ", " + y);
            }
        }
        for (var tile : tiles) {
            assertTrue(tile.x() >= 0 && tile.x() + tile.side() <= width, tile.toString());
            assertTrue(tile.y() >= 0 && tile.y() + tile.side() <= height, tile.toString());
        }
    }

    @Test
    void aFaceOfHalfATileIsWholeInOne() {
        for (int x = 0; x <= 1920 - 400; x += 10) {
            var face = face(x, 300, 400);
            assertTrue(
                    Tile.covering(1920, 1080).stream()
                            .anyMatch(tile -> shared(tile, face.box()) == 400 * 400 && tile.holdsWhole(face)),
                    "no tile holds the face at " + x);
        }
    }

    @Test
    void aFaceInATileMovesToTheFrame() {
        assertEquals(new Box(110, 20, 30, 30), RIGHT.inFrame(face(10, 20, 30)).box());
        assertEquals(new Point(110, 20), RIGHT.inFrame(face(10, 20, 30)).rightEye());
    }

    @Test
    void aBoxAtAnInnerEdgeMayBeHalfAFace() {
        assertFalse(RIGHT.holdsWhole(face(101, 50, 60)));
        assertTrue(RIGHT.holdsWhole(face(103, 50, 60)));
    }

    @Test
    void aBoxAtTheFramesOwnEdgeIsAllThereIs() {
        assertTrue(RIGHT.holdsWhole(face(250, 0, 50)));
    }

    private static double shared(Tile tile, Box box) {
        return new Box(tile.x(), tile.y(), tile.side(), tile.side()).shared(box);
    }
}
