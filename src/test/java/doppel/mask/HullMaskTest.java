package doppel.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HullMaskTest {

    /** The jaw from (20, 50) to (80, 50) and down to y = 90; brows at y = 30 to 33; eyes at y = 40. */
    private static final Landmarks BOX = box();

    private static Landmarks box() {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 17; i++) {
            points.add(new Point(20 + 60 * i / 16.0, i == 0 || i == 16 ? 50 : 90));
        }
        for (int i = 0; i < 10; i++) {
            points.add(new Point(20 + 60 * i / 9.0, i % 2 == 0 ? 30 : 33));
        }
        for (int i = 0; i < 9; i++) {
            points.add(i < 4 ? new Point(50, 50 + 5 * i) : new Point(44 + 3 * (i - 4), 68));
        }
        for (var x : new double[] {25, 55}) {
            for (var corner : new double[][] {{0, 40}, {5, 37}, {15, 37}, {20, 40}, {15, 43}, {5, 43}}) {
                points.add(new Point(x + corner[0], corner[1]));
            }
        }
        while (points.size() < 68) {
            points.add(new Point(40 + (points.size() - 48), 75 + (points.size() % 2) * 4));
        }
        return new Landmarks(points);
    }

    @Test
    void itHoldsEverythingFromTheJawToTheLiftedBrows() {
        var mask = HullMask.of(BOX, 100);
        assertEquals(1, mask.at(50, 50));
        assertEquals(1, mask.at(50, 88), "above the jaw");
        assertEquals(0, mask.at(50, 92), "below the jaw");
        assertEquals(0, mask.at(15, 50), "beside the jaw");
        assertEquals(1, mask.at(52, 27), "the brows at 30, lifted by half of their distance from the eyes");
        assertEquals(0, mask.at(50, 22), "above the lifted brows");
    }

    @Test
    void theAreaIsTheHulls() {
        // a trapezoid from y = 50 to 90, whose lower edge runs from the second jaw point to the last but one
        var expected = (60 + 60 * 14 / 16.0) / 2 * 40;
        assertEquals(expected / 10_000, FacePart.JAW.mask(BOX, 100).share(), 0.0002);
    }

    @Test
    void aTurnedFaceHasATurnedMask() {
        var turn = Similarity.shifting(-50, -50).then(Similarity.turning(90, 1)).then(Similarity.shifting(50, 50));
        var straight = HullMask.of(BOX, 100);
        var turned = HullMask.of(BOX.through(turn), 100);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                assertEquals(straight.at(x, y), turned.at(99 - y, x), 0.13, x + ", " + y);
            }
        }
    }

    @Test
    void aFaceThatLeavesTheCropFillsItsPart() {
        var large = BOX.through(Similarity.scaling(40).then(Similarity.shifting(-1950, -1950)));
        assertEquals(Mask.filled(100, 100, 1), HullMask.of(large, 100));
    }

    /** 8 bits a pixel, and a soft edge: the book's masks are 64-bit integers on one side and hard on the other. */
    @Test
    void defect33_34_masksAreSoftAnd8Bit() {
        var mask = HullMask.of(BOX.through(Similarity.turning(5, 1)), 100);
        assertEquals(100 * 100, mask.bytes().length);
        var between = 0;
        for (var value : mask.bytes()) {
            between += (value & 255) > 0 && (value & 255) < 255 ? 1 : 0;
        }
        assertTrue(between > 50, "only " + between + " soft pixels");
    }

    @ParameterizedTest
    @EnumSource(FacePart.class)
    void everyPartLiesInsideOfTheWhole(FacePart part) {
        var whole = HullMask.of(BOX, 100);
        var mask = part.mask(BOX, 100);
        assertTrue(mask.share() > 0, part + " is empty");
        assertEquals(whole.share(), whole.or(mask).share(), 1e-5, part + " leaves the face");
    }

    @Test
    void theEyesAreTwoAndTheBridgeIsNotOne() {
        var eyes = FacePart.EYES.mask(BOX, 100);
        assertEquals(1, eyes.at(35, 40));
        assertEquals(1, eyes.at(65, 40));
        assertEquals(0, eyes.at(50, 40));
    }
}
