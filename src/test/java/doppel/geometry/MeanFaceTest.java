package doppel.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeanFaceTest {

    @Test
    void reducedToFivePointsItIsNearlyTheBooksMeanFace() {
        var five = MeanFace.five();
        assertEquals(0, five.get(0).distanceTo(new Point(0.235, 0.216)), 0.001);
        assertEquals(0, five.get(1).distanceTo(new Point(0.765, 0.216)), 0.001);
        assertEquals(0, five.get(2).distanceTo(new Point(0.500, 0.516)), 0.001);
        assertEquals(0, five.get(3).distanceTo(new Point(0.264, 0.780)), 0.001);
        assertEquals(0, five.get(4).distanceTo(new Point(0.736, 0.780)), 0.001);
    }

    @Test
    void itFillsTheUnitBoxFromBrowToBrow() {
        var box = Box.around(MeanFace.inner());
        assertEquals(0.010086, box.x(), 1e-9);
        assertEquals(0.989913, box.right(), 1e-9);
        assertEquals(51, MeanFace.inner().size());
    }

    @Test
    void itsHalvesMirrorEachOther() {
        for (int i = 0; i < 5; i++) {
            var right = MeanFace.inner().get(i);
            var left = MeanFace.inner().get(9 - i);
            assertEquals(1, right.x() + left.x(), 1e-5);
            assertEquals(right.y(), left.y(), 1e-9);
        }
    }
}
