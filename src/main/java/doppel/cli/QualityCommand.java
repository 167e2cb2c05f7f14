package doppel.cli;

import doppel.Workbench;
import doppel.evaluate.QualityBench;
import doppel.evaluate.QualityFile;
import doppel.evaluate.QualityRow;
import doppel.evaluate.QualitySummary;
import doppel.evaluate.QualityTrial;
import doppel.evaluate.TruthJudge;
import doppel.evaluate.TruthScores;
import doppel.evaluate.TruthSet;
import doppel.figure.QualityChart;
import doppel.figure.QualityMeasure;
import doppel.provenance.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good swaps of the shipped actors get, by network, start, faces of A, length of the run and seed. */
@Command(
        name = "quality",
        description = {
            "trains on the shipped actors and compares the swaps with the rendered truth, one run after the other;",
            "the same command goes on where it was stopped. A changed recipe is a reason for another file."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class QualityCommand implements Callable<Integer> {

    /** In place of a start's name: the start that is named as the model. */
    private static final String CROWD = "crowd";

    @Spec
    private CommandSpec spec;

    @Option(names = "--models", split = ",", defaultValue = "fast", description = "comma-separated")
    private List<String> models;

    @Option(
            names = "--starts",
            split = ",",
            defaultValue = "scratch,crowd",
            description = "scratch; crowd: the start named as the model; or a start's name")
    private List<String> starts;

    @Option(names = "--frames", split = ",", defaultValue = "720", description = "faces of A, evenly taken")
    private List<Integer> frames;

    @Option(names = "--seconds", split = ",", defaultValue = "10,60", description = "of training, each its own run")
    private List<Double> seconds;

    @Option(
            names = "--steps",
            split = ",",
            description = "lengths in steps instead of seconds: for a machine that is busy with something else too")
    private List<Integer> steps;

    @Option(names = "--seeds", split = ",", defaultValue = "1", description = "three show what is chance")
    private List<Long> seeds;

    @Option(names = "--out", defaultValue = "data/runs/quality.csv", description = "table that rows are added to")
    private Path out;

    @Option(names = "--chart", description = "PNG file to draw the curves into")
    private Path chart;

    @Option(names = "--show", description = "measure nothing: show all rows there are of these models and starts")
    private boolean showOnly;

    @Option(names = "--keep", description = "leave the runs in data/runs, for their swaps to be looked at")
    private boolean keep;

    @Override
    public Integer call() throws IOException {
        var file = new QualityFile(out);
        if (showOnly) {
            show(file.rows().stream().filter(this::isAskedFor).toList());
            return 0;
        }
        var asked = trials();
        try (var bench = Workbench.open();
                var judge = judge(bench)) {
            var a = bench.actor("a");
            var b = bench.actor("b");
            var quality = new QualityBench(
                    bench.run("quality").path().getParent(),
                    bench.extract(a),
                    bench.extract(b),
                    bench.starts(),
                    bench.consents().permit(Use.TRAIN, List.of(a.alias(), b.alias()), LocalDate.now()),
                    judge,
                    keep);
            for (var trial : asked) {
                if (!quality.hasStart(trial)) {
                    print("%s: there is no start %s, left out%n", trial.name(), trial.start());
                } else if (!quality.isAnswered(trial, file.rows())) {
                    file.append(measure(quality, trial));
                }
            }
            show(answers(quality, file, asked));
        }
        return 0;
    }

    private List<QualityTrial> trials() {
        var all = new LinkedHashSet<QualityTrial>(); // a name said twice is one question
        for (var seed : seeds) {
            for (var model : models) {
                for (var start : starts) {
                    for (var count : frames) {
                        lengths(model, start.equals(CROWD) ? model : start, count, seed)
                                .forEach(all::add);
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private Stream<QualityTrial> lengths(String model, String start, int count, long seed) {
        return steps == null
                ? seconds.stream().map(length -> new QualityTrial(model, start, count, 0, length, seed))
                : steps.stream().map(length -> new QualityTrial(model, start, count, length, 0, seed));
    }

    private TruthJudge judge(Workbench bench) throws IOException {
        var held = bench.project().resolve("data/samples/held/held.jsonl");
        return TruthJudge.open(
                bench.models(),
                bench.truth(),
                TruthSet.ofPictures(held),
                bench.extract(bench.actor("a")),
                bench.extract(bench.actor("b")));
    }

    private QualityRow measure(QualityBench quality, QualityTrial trial) throws IOException {
        var options = trial.options();
        QualityRow row;
        try (var bar = new Bar(trial.name(), "‰", spec.commandLine().getOut())) {
            row = quality.measure(
                    trial, step -> bar.show(Math.round(1000 * options.done(step.step(), step.seconds())), 1000, ""));
        }
        print(
                "%s: %d steps in %.0f s (%.0f s of processor time), %.2f dB, SSIM %.3f%n",
                trial.name(),
                row.steps(),
                row.seconds(),
                row.cpuSeconds(),
                row.scores().psnr().mean(),
                row.scores().ssim().mean());
        return row;
    }

    private static List<QualityRow> answers(QualityBench quality, QualityFile file, List<QualityTrial> asked)
            throws IOException {
        var rows = new ArrayList<QualityRow>();
        for (var row : file.rows()) {
            for (var trial : asked) {
                if (quality.hasStart(trial) && quality.isAnswered(trial, List.of(row))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Whatever its length and seed. */
    private boolean isAskedFor(QualityRow row) {
        var trial = row.trial();
        return models.contains(trial.model())
                && frames.contains(trial.frames())
                && (starts.contains(trial.start())
                        || (starts.contains(CROWD) && trial.start().equals(trial.model())));
    }

    private void show(List<QualityRow> rows) throws IOException {
        print(
                "%-8s %-10s %6s %8s %15s %15s %15s %15s %13s %15s %15s%n",
                "model",
                "start",
                "faces",
                "seconds",
                "steps",
                "PSNR dB",
                "SSIM",
                "cos to truth",
                "nearer A %",
                "held PSNR dB",
                "held SSIM");
        for (var line : QualitySummary.of(rows)) {
            print(
                    "%-8s %-10s %6d %8.0f %15s %15s %15s %15s %13s %15s %15s%n",
                    line.trial().model(),
                    line.trial().start(),
                    line.trial().frames(),
                    line.of(QualityRow::seconds).mean(),
                    line.of(QualityRow::steps).words(0),
                    line.ofScore(TruthScores::psnr).words(2),
                    line.ofScore(TruthScores::ssim).words(3),
                    line.ofScore(TruthScores::toTruth).words(3),
                    line.of(row -> 100 * row.scores().nearerA()).words(0),
                    line.ofScore(TruthScores::heldPsnr).words(2),
                    line.ofScore(TruthScores::heldSsim).words(3));
        }
        if (chart != null && !rows.isEmpty()) {
            var charts = Stream.of(QualityMeasure.values())
                    .map(measure -> QualityChart.of(rows, measure))
                    .toList();
            BitmapEncoder.saveBitmap(charts, (charts.size() + 1) / 2, 2, chart.toString(), BitmapFormat.PNG);
        }
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
        spec.commandLine().getOut().flush();
    }
}
