package doppel.notebook;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How numbers that stand in one column are written: with a comma at the thousands and as many decimals as tell them
 * apart.
 *
 * @param decimals behind the point
 */
record Digits(int decimals) {

    /** Of the largest number of a column; more are noise. */
    private static final int SIGNIFICANT = 4;

    private static final int MOST_DECIMALS = 10;

    /** For a column of numbers. */
    static Digits of(Collection<? extends Number> column) {
        var finite = column.stream()
                .mapToDouble(Number::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        var largest = 0.0;
        for (var value : finite) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return new Digits(0);
        }
        var decimals = Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - 1 - (int) Math.floor(Math.log10(largest))));
        while (decimals > 0 && lastIsZero(finite, decimals)) {
            decimals--;
        }
        return new Digits(decimals);
    }

    /** One number by itself. */
    static String text(Number value) {
        return of(List.of(value)).in(value);
    }

    /** One number of the column. */
    String in(Number value) {
        var real = value.doubleValue();
        if (!Double.isFinite(real)) {
            return String.valueOf(real);
        }
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", real);
        return text.matches("-[0.,]*") ? text.substring(1) : text;
    }

    private static boolean lastIsZero(double[] values, int decimals) {
        for (var value : values) {
            if (!String.format(Locale.ROOT, "%." + decimals + "f", value).endsWith("0")) {
                return false;
            }
        }
        return true;
    }
}
