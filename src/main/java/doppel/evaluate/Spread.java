package doppel.evaluate;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Several measurements of one thing: where they lie, and how far they lie apart.
 *
 * @param mean of all
 * @param deviation standard deviation of the sample, divided by one less than the number; 0 for a single one
 */
public record Spread(double mean, double deviation) {

    /**
     * @throws IllegalArgumentException if there is no value
     */
    public static Spread of(DoubleStream values) {
        var all = values.toArray();
        var mean = DoubleStream.of(all)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("a mean needs at least one value: measure first"));
        var squares =
                DoubleStream.of(all).map(value -> Math.pow(value - mean, 2)).sum();
        return new Spread(mean, all.length == 1 ? 0 : Math.sqrt(squares / (all.length - 1)));
    }

    /** For example {@code 22.35 ± 0.08}. */
    public String words(int digits) {
        return String.format(Locale.ROOT, "%.{0}f ± %.{0}f".replace("{0}", String.valueOf(digits)), mean, deviation);
    }
}
