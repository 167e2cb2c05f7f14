package doppel.detect;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.1, minScore must be above 0 and at most 1; got 0.0; try 0.5",
        "1.5, 0.1, minScore must be above 0 and at most 1; got 1.5; try 0.5",
        "NaN, 0.1, minScore must be above 0 and at most 1; got NaN; try 0.5",
        "0.5, -1, minSide must be 0 to 1; got -1.0; try 0.05",
        "0.5, 2, minSide must be 0 to 1; got 2.0; try 0.05"
    })
    void aNumberOutOfItsRangeIsRefusedWithTheRemedy(double minScore, double minSide, String message) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new DetectOptions(minScore, minSide, false));
        assertTrue(refusal.getMessage().replace(',', ';').equals(message), refusal.getMessage());
    }
}
