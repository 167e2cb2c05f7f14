package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandmarkErrorsTest {

    @Test
    void meanAndDeviationAreThoseOfTheFaces() {
        var errors = new LandmarkErrors(List.of(face(2, 9), face(4, 5)));
        assertEquals(3, errors.inner().mean(), 1e-12);
        assertEquals(1, errors.inner().deviation(), 1e-12);
        assertEquals(7, errors.of(0, 17).mean(), 1e-12);
    }

    @Test
    void theWorstFaceIsTheOneWhoseInnerPointsAreFurthestOff() {
        assertEquals(1, new LandmarkErrors(List.of(face(2, 90), face(4, 5), face(3, 5))).worst());
    }

    @Test
    void noFaceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LandmarkErrors(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new LandmarkErrors(List.of(new double[5])));
    }

    /** A face whose jaw is off by one number and whose other points are by another. */
    private static double[] face(double inner, double jaw) {
        var errors = new double[68];
        Arrays.fill(errors, inner);
        Arrays.fill(errors, 0, 17, jaw);
        return errors;
    }
}
