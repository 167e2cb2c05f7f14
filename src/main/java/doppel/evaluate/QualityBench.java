package doppel.evaluate;

import com.sun.management.OperatingSystemMXBean;
import doppel.extract.FaceFolder;
import doppel.provenance.Permit;
import doppel.train.RunFolder;
import doppel.train.Starts;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * Answers {@link QualityTrial}s: trains as {@code train} does, and asks a {@link TruthJudge}.
 *
 * @param runs folder in which a run has its own while it is measured
 * @param a all faces of person A
 * @param b all faces of person B
 * @param starts where starts are kept
 * @param permit to train with both people's faces
 * @param judge of the same two people
 * @param keeps whether the runs stay on the disk, for swaps to be looked at
 */
public record QualityBench(
        Path runs, FaceFolder a, FaceFolder b, Starts starts, Permit permit, TruthJudge judge, boolean keeps) {

    /** Whether the start of a trial is there; scratch always is. */
    public boolean hasStart(QualityTrial trial) throws IOException {
        return isScratch(trial) || starts.names().contains(trial.start());
    }

    /** What identifies the weights that a trial starts with. */
    private String weights(QualityTrial trial) throws IOException {
        return isScratch(trial)
                ? QualityRow.NO_WEIGHTS
                : starts.named(trial.start()).sha256().substring(0, QualityRow.DIGITS);
    }

    /** Whether these rows answer a trial already, with the start's present weights. */
    public boolean isAnswered(QualityTrial trial, Iterable<QualityRow> rows) throws IOException {
        var weights = weights(trial);
        for (var row : rows) {
            if (row.answers(trial, weights)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Trains and measures, from the beginning: a run that was stopped in the middle was not timed.
     *
     * @param progress is told after each step, in the run's own thread
     * @throws IllegalArgumentException if the start is of another design
     * @throws InterruptedIOException if the thread is interrupted
     * @throws IOException if the start is missing, or the disk refuses
     */
    public QualityRow measure(QualityTrial trial, Consumer<TrainStep> progress) throws IOException {
        var weights = weights(trial);
        var folder = new RunFolder(runs.resolve(trial.name()));
        delete(folder.path());
        try (var run = TrainingRun.open(folder.path(), a.evenly(trial.frames()), b, trial.options(), starts, permit)) {
            var cpu = cpuNanos();
            run.start(progress);
            run.await();
            var cpuSeconds = (cpuNanos() - cpu) / 1e9;
            var last = run.lastStep().orElseThrow();
            try (var model = folder.openModel()) {
                return new QualityRow(trial, weights, last.step(), last.seconds(), cpuSeconds, judge.score(model));
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("the measuring was stopped: the same command goes on with the next trial");
        } finally {
            if (!keeps) {
                delete(folder.path());
            }
        }
    }

    private static boolean isScratch(QualityTrial trial) {
        return trial.start().equals(TrainOptions.SCRATCH);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
