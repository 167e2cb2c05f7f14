package doppel.cli;

import doppel.Workbench;
import doppel.clean.FaceTable;
import doppel.clean.Measure;
import doppel.clean.SortKey;
import doppel.compute.AtomicFile;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The face table: as a summary, as a list in some order, as a file for other programs. */
@Command(
        name = "table",
        description = "measures the faces of a folder and says what is in them",
        mixinStandardHelpOptions = true)
final class CleanTableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FacesArgument faces;

    @Option(names = "--sort", paramLabel = "KEY", description = "list the faces in this order, for example blur")
    private String sort;

    @Option(names = "--worst", paramLabel = "MEASURE", description = "list the worst faces, for example by sharpness")
    private String worst;

    @Option(
            names = "--count",
            defaultValue = "20",
            description = "how many faces to list, 1 or more (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--csv", paramLabel = "FILE", description = "write all rows and columns here, in that order")
    private Path csv;

    @Override
    public Integer call() throws IOException {
        if (sort != null && worst != null) {
            throw new IllegalArgumentException(
                    "there is one order, got --sort %s and --worst %s: leave one out".formatted(sort, worst));
        }
        if (count < 1) {
            throw new IllegalArgumentException("--count must be 1 or more, got %d; try 20".formatted(count));
        }
        if (sort != null) {
            SortKey.named(sort); // a mistyped key is told before a minute of measuring
        }
        if (worst != null) {
            Measure.named(worst);
        }
        try (var bench = Workbench.open()) {
            var table = bench.table(faces.open(bench));
            out().println(table);
            table.damaged().forEach(face -> out().printf(
                            "  damaged %s: %s%n", face.face().id(), face.reason()));
            table.folder().faults().forEach(fault -> out().println("  left out: " + fault.reason()));
            if (sort == null && worst == null) {
                summary(table);
            } else {
                list(table);
            }
            if (csv != null) {
                write(table);
            }
            return 0;
        }
    }

    private void summary(FaceTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        out().printf("%-14s %12s %12s %12s  %s%n", "measure", "least", "median", "most", "unit");
        for (var measure : Measure.values()) {
            var values = Arrays.stream(table.values(measure.label()))
                    .filter(Double::isFinite)
                    .summaryStatistics();
            out().printf(
                            "%-14s %12s %12s %12s  %s%n",
                            measure.label(),
                            number(values.getMin()),
                            number(table.median(measure.label())),
                            number(values.getMax()),
                            measure.unit());
        }
    }

    private void list(FaceTable table) {
        var ordered = ordered(table);
        var rows = table.rows().stream().collect(Collectors.toMap(row -> row.id(), Function.identity()));
        for (var face : ordered.subList(0, Math.min(count, ordered.size()))) {
            var value = worst == null ? "" : number(Measure.named(worst).of(rows.get(face.id())));
            var line = "  %-12s frame %6d %9.2f s  %s".formatted(face.id(), face.frame(), face.seconds(), value);
            out().println(line.stripTrailing());
        }
        if (ordered.size() > count) {
            out().printf("  and %d more%n", ordered.size() - count);
        }
    }

    private List<FaceRecord> ordered(FaceTable table) {
        if (sort != null) {
            return table.sortedBy(SortKey.named(sort));
        }
        return worst != null ? table.worst(worst, table.rows().size()) : table.faces();
    }

    private void write(FaceTable table) throws IOException {
        var place = new HashMap<String, Integer>();
        ordered(table).forEach(face -> place.put(face.id(), place.size()));
        // damaged faces have a row in the file, and no place in an order
        var rows = table.table()
                .sortOn(Comparator.comparingInt(row -> place.getOrDefault(row.getString("id"), Integer.MAX_VALUE)));
        var text = new StringWriter();
        rows.write().csv(text);
        AtomicFile.write(csv, text.toString().getBytes(StandardCharsets.UTF_8));
        out().println(csv);
    }

    /** Four digits that tell something. */
    private static String number(double value) {
        var size = Math.abs(value);
        return (size >= 1000 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f").formatted(value);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
