package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Faces along one measure, grouped in equal steps of it.
 *
 * @param highestFirst whether the largest value comes first in the sort
 * @param span what is divided into steps, for measures with natural ends; otherwise from the smallest value there is to
 *     the largest
 */
record MeasureOrder(Measure measure, boolean highestFirst, Optional<Span> span) implements FaceOrder {

    /** A rounded edge may be off by this share of a step. */
    private static final double ROUNDING = 0.05;

    private static final int MOST_DIGITS = 9;

    private static final String NOT_MEASURED = "not measured";

    /** Ends of a scale. */
    record Span(double from, double to) {
        static final Span HALF_TURN = new Span(-90, 90);
        static final Span SHARE = new Span(0, 1);
    }

    static MeasureOrder highestFirst(Measure measure) {
        return new MeasureOrder(measure, true, Optional.empty());
    }

    static MeasureOrder highestFirst(Measure measure, Span span) {
        return new MeasureOrder(measure, true, Optional.of(span));
    }

    static MeasureOrder lowestFirst(Measure measure) {
        return new MeasureOrder(measure, false, Optional.empty());
    }

    static MeasureOrder lowestFirst(Measure measure, Span span) {
        return new MeasureOrder(measure, false, Optional.of(span));
    }

    /** What could not be measured comes last. */
    @Override
    public List<FaceRecord> sorted(List<FaceRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> highestFirst ? -measure.of(row) : measure.of(row)))
                .map(FaceRow::face)
                .toList();
    }

    /** The smallest values first: the lowest is in the first group, the highest in the last. */
    @Override
    public List<FaceGroup> grouped(List<FaceRow> rows, int most) {
        var measured = rows.stream().collect(Collectors.partitioningBy(row -> !Double.isNaN(measure.of(row))));
        var groups = new ArrayList<FaceGroup>();
        if (!measured.get(true).isEmpty()) {
            groups.addAll(steps(measured.get(true), most));
        }
        if (!measured.get(false).isEmpty()) {
            groups.add(group(NOT_MEASURED, measured.get(false).stream()));
        }
        return List.copyOf(groups);
    }

    private List<FaceGroup> steps(List<FaceRow> rows, int most) {
        var ends = span.orElseGet(() -> ends(rows));
        if (ends.from() == ends.to()) {
            return List.of(group(number(ends.from(), MOST_DIGITS / 2), rows.stream()));
        }
        var bins = new Bins(ends.from(), (ends.to() - ends.from()) / most, most);
        return IntStream.range(0, most)
                .mapToObj(bin -> group(label(bins, bin), rows.stream().filter(row -> bins.bin(measure.of(row)) == bin)))
                .filter(group -> !group.faces().isEmpty())
                .toList();
    }

    private static FaceGroup group(String label, Stream<FaceRow> rows) {
        return new FaceGroup(label, rows.map(FaceRow::face).toList());
    }

    private Span ends(List<FaceRow> rows) {
        var all = rows.stream().mapToDouble(measure::of).summaryStatistics();
        return new Span(all.getMin(), all.getMax());
    }

    /** With as few digits as tell the edges apart. */
    private static String label(Bins bins, int bin) {
        var digits = 0;
        while (digits < MOST_DIGITS && !exact(bins, digits)) {
            digits++;
        }
        return number(edge(bins, bin), digits) + " to " + number(edge(bins, bin + 1), digits);
    }

    private static boolean exact(Bins bins, int digits) {
        var step = Math.pow(10, -digits);
        return IntStream.rangeClosed(0, bins.count())
                .mapToDouble(i -> edge(bins, i))
                .allMatch(edge -> Math.abs(Math.round(edge / step) * step - edge) < ROUNDING * bins.width());
    }

    private static double edge(Bins bins, int bin) {
        return bins.from() + bin * bins.width();
    }

    /** In no country's way, because notebooks are compared; and 0 has no sign. */
    private static String number(double value, int digits) {
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return Double.parseDouble(text) == 0 ? text.replace("-", "") : text;
    }
}
