package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void aNumberHasNoMoreDigitsThanItNeeds() {
        assertEquals("4", Digits.text(4.0));
        assertEquals("0.0015", Digits.text(1.5e-3));
        assertEquals("1,420,364", Digits.text(1_420_364));
        assertEquals("0.3333", Digits.text(1 / 3.0));
        assertEquals("-12.35", Digits.text(-12.3456));
    }

    @Test
    void theNumbersOfAColumnHaveTheSameDecimals() {
        var column = List.of(0.5, 12.25, 3.0);
        var digits = Digits.of(column);
        assertEquals(
                List.of("0.50", "12.25", "3.00"),
                column.stream().map(digits::in).toList());
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("0.0", new Digits(1).in(-0.01));
    }

    @Test
    void whatIsNoNumberIsSaidSo() {
        assertEquals("NaN", Digits.text(Double.NaN));
        assertEquals("2", Digits.of(List.of(Double.NaN, 2.0)).in(2.0));
    }
}
