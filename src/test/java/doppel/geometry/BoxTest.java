package doppel.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {

    /** The book clamps x by the height: a face at x = 1500 in a frame of 1920 x 1080 disappears. */
    @Test
    void defect09_clampingALandscapeFrameKeepsAFaceFarToTheRight() {
        var face = new Box(1500, 200, 300, 400);
        assertEquals(face, face.clampTo(1920, 1080));
    }

    @Test
    void defect09_clampingAPortraitFrameKeepsAFaceFarDown() {
        var face = new Box(200, 1500, 300, 400);
        assertEquals(face, face.clampTo(1080, 1920));
    }

    @Test
    void clampingCutsWhatLiesOutside() {
        assertEquals(new Box(0, 90, 40, 10), new Box(-10, 90, 50, 30).clampTo(100, 100));
    }

    @Test
    void aBoxOutsideOfThePictureBecomesEmpty() {
        assertEquals(0, new Box(200, 200, 50, 50).clampTo(100, 100).area(), 0);
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        var left = new Box(0, 0, 2, 2);
        var right = new Box(1, 0, 2, 2);
        assertEquals(2.0 / 6, left.overlap(right), 1e-12);
        assertEquals(1, left.overlap(left), 1e-12);
        assertEquals(0, left.overlap(new Box(5, 5, 1, 1)), 0);
    }

    @Test
    void aBoxAroundPointsTouchesTheOutermost() {
        assertEquals(new Box(-1, 2, 4, 5), Box.around(List.of(new Point(3, 2), new Point(-1, 4), new Point(0, 7))));
    }

    @Test
    void negativeSidesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Box(0, Double.NaN, 1, 1));
    }
}
