package doppel.cli;

import doppel.Workbench;
import doppel.clean.Decisions;
import doppel.clean.SizeAdvice;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import doppel.extract.FrameRecord;
import doppel.swap.SwapOptions;
import doppel.swap.SwappedClip;
import doppel.train.RunFolder;
import doppel.train.RunState;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The acts of the workbench as a terminal shows them: a bar while they work, a line when they are done. */
final class Acts {

    private final Workbench bench;
    private final PrintWriter out;

    Acts(Workbench bench, PrintWriter out) {
        this.bench = bench;
        this.out = out;
    }

    FaceFolder extract(Path footage, String person, Path into, ExtractOptions options) throws IOException {
        FaceFolder faces;
        try (var bar = new Bar("extract " + person, "frames", out)) {
            faces = bench.extract(
                    footage,
                    person,
                    into,
                    options,
                    step -> bar.show(
                            step.counts().frames(),
                            step.expectedFrames(),
                            step.counts().faces() + " faces"));
        }
        out.printf("%d faces of %s in %s%n", faces.faces().size(), person, faces.path());
        var damage = new Damage();
        faces.frames().stream()
                .filter(FrameRecord::damaged)
                .forEach(frame -> damage.add(frame.frame(), frame.damage()));
        damage.lines().forEach(out::println);
        return faces;
    }

    /** Interrupting the terminal stops the run after its step, with a checkpoint; the same command goes on. */
    void train(String name, FaceFolder a, FaceFolder b, TrainOptions options) throws IOException {
        for (var side : List.of(a, b)) {
            var advice = SizeAdvice.of(Decisions.open(side).remaining().size());
            if (advice.warns()) {
                out.printf("%s: %s%n", side.person(), advice);
            }
        }
        try (var bar = new Bar("train " + name, "‰", out);
                var run = bench.train(name, a, b, options, step -> show(bar, step, options))) {
            var save = new Thread(() -> stopAndWait(run));
            Runtime.getRuntime().addShutdownHook(save);
            run.await();
            if (run.state() == RunState.STOPPED) {
                throw new InterruptedIOException("training was stopped and saved: the same command goes on with it");
            }
            Runtime.getRuntime().removeShutdownHook(save);
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException("training was stopped and saved: the same command goes on with it");
        }
        var last = bench.run(name).lastStep();
        last.ifPresent(step -> out.printf(
                "%d steps in %s, %.0f faces a second, loss %.4f (A) and %.4f (B)%n",
                step.step(), minutes(step.seconds()), step.facesPerSecond(), step.lossA(), step.lossB()));
        out.println(bench.run(name).trained());
    }

    void swap(RunFolder run, Path target, Path output, SwapOptions options) throws IOException {
        SwappedClip clip;
        try (var bar = new Bar("swap", "frames", out)) {
            clip = bench.swap(
                    run,
                    target,
                    output,
                    options,
                    step -> bar.show(step.frames(), step.of(), step.swapped() + " swapped"));
        }
        out.printf(
                "%s: %d frames, a face swapped in %d, %.0f frames a second%n",
                output, clip.frames(), clip.swapped(), clip.framesPerSecond());
        var damage = new Damage();
        clip.damaged().forEach(frame -> damage.add(frame.number(), frame.reason()));
        damage.lines().forEach(out::println);
    }

    private static void show(Bar bar, TrainStep step, TrainOptions options) {
        var done = options.done(step.step(), step.seconds());
        var left = step.seconds() * (1 - done) / Math.max(done, 1e-9);
        bar.show(
                Math.round(1000 * done),
                1000,
                "step %d, loss %.4f %.4f, %s left".formatted(step.step(), step.lossA(), step.lossB(), minutes(left)));
    }

    /** The process ends when this returns, and not before the run has saved. */
    private static void stopAndWait(TrainingRun run) {
        run.stop();
        try {
            run.await();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            // whoever waits for the run in the main thread is told
        }
    }

    private static String minutes(double seconds) {
        return "%d:%02d min".formatted((int) seconds / 60, (int) seconds % 60);
    }
}
