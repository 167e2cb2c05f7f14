package doppel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropOptionsTest {

    /** The book leaves 30 % of the crop to the face, so that at 64 pixels its eyes are hardly 10 apart. */
    @ParameterizedTest
    @CsvSource({"0.3, 9.6", "0.5, 16", "0.625, 20"})
    void defect12_theDefaultCropIsNotTooWide(double coverage, double eyeDistance) {
        var crop = new CropOptions(64, coverage, 0);
        assertEquals(eyeDistance, eyeDistance(crop, 0.5), 1e-12);
        assertTrue(CropOptions.stored().coverage() >= 0.5);
        assertTrue(CropOptions.training(64).coverage() > CropOptions.stored().coverage());
    }

    @Test
    void theBooksFivePointsAreWhereTheBookHasThem() {
        var book = CropOptions.book().fromFaceUnits();
        assertEquals(0, book.apply(new Point(0.25, 0.22)).distanceTo(new Point(108.8, 106.496)), 1e-9);
        assertEquals(0, book.apply(new Point(0.50, 0.51)).distanceTo(new Point(128, 128.768)), 1e-9);
        assertEquals(0, book.apply(new Point(0.74, 0.78)).distanceTo(new Point(146.432, 149.504)), 1e-9);
    }

    /** The book keeps a matrix for one size; here a size is one multiplication away from any other. */
    @ParameterizedTest
    @CsvSource({"64", "100", "512"})
    void defect22_anySizeIsDerivedFromNormalizedTransforms(int size) {
        var stored = CropOptions.stored();
        var other = stored.withSize(size);
        var point = new Point(0.31, 0.77);
        var inStored = stored.fromFaceUnits().apply(point).times(size / 256.0);
        assertEquals(0, other.fromFaceUnits().apply(point).distanceTo(inStored), 1e-9);
    }

    @Test
    void downMovesTheCropsCenterDownTheFace() {
        var crop = new CropOptions(64, 0.76, 0.03);
        assertEquals(new Point(32, 32), crop.fromFaceUnits().apply(new Point(0.5, 0.53)));
    }

    @ParameterizedTest
    @CsvSource({
        "15, 0.5, 0, size must be 16 to 2048 pixels; got 15; try 256",
        "64, 0, 0, coverage must be 0.1 to 1; got 0.0; try 0.5",
        "64, NaN, 0, coverage must be 0.1 to 1; got NaN; try 0.5",
        "64, 0.5, 2, down must be -0.5 to 0.5 face units; got 2.0; try 0"
    })
    void aNumberOutOfItsRangeIsRefusedWithTheRemedy(int size, double coverage, double down, String message) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new CropOptions(size, coverage, down));
        assertEquals(message, refusal.getMessage().replace(',', ';'));
    }

    private static double eyeDistance(CropOptions crop, double inFaceUnits) {
        var place = crop.fromFaceUnits();
        return place.apply(new Point(0.25, 0.22)).distanceTo(place.apply(new Point(0.25 + inFaceUnits, 0.22)));
    }
}
