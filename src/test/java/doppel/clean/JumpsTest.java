package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faces whose 68 points move together; frame pixels are face units here. */
class JumpsTest {

    private static final double NEAR = 1e-12;

    @Test
    void aSteadyMotionIsNoJumpButAtTheEnds() {
        assertArrayEquals(new double[] {0.5, 0, 0, 0.5}, jumps(1, at(0, 0), at(1, 0.5), at(2, 1), at(3, 1.5)), NEAR);
    }

    @Test
    void aJumpCountsWholeAndHalfBesideIt() {
        assertArrayEquals(
                new double[] {0, 0.5, 1, 0.5, 0}, jumps(1, at(0, 2), at(1, 2), at(2, 3), at(3, 2), at(4, 2)), NEAR);
    }

    @Test
    void aGapOfOneFrameIsBridgedByTime() {
        assertArrayEquals(new double[] {3, 0, 6}, jumps(1, at(0, 0), at(1, 3), at(3, 9)), NEAR);
        assertArrayEquals(new double[] {0, 0}, jumps(1, at(0, 0), at(3, 9)), NEAR, "two frames are too many");
    }

    @Test
    void neighborsAreCountedInFramesThatWereLookedAt() {
        assertArrayEquals(new double[] {1, 0, 1}, jumps(5, at(0, 0), at(5, 1), at(10, 2)), NEAR);
    }

    @Test
    void aFaceWithoutNeighborsHasNone() {
        assertEquals(0, jumps(1, at(7, 3))[0]);
        assertEquals(0, jumps(1).length);
    }

    private static double[] jumps(int everyNth, FaceRecord... faces) {
        return Jumps.of(List.of(faces), everyNth);
    }

    private static FaceRecord at(int frame, double x) {
        return MadeRow.with(frame, MadeRow.landmarks(index -> new Point(x, index)))
                .face();
    }
}
