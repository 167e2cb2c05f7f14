package doppel.notebook;

import doppel.train.RunState;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a {@link TrainingBoard} says in words and numbers. */
final class BoardWords {

    private final TrainingRun run;
    private final TrainOptions first;

    BoardWords(TrainingRun run) {
        this.run = run;
        this.first = run.options();
    }

    /** The same for every run with these options. */
    String still() {
        var limits = new ArrayList<String>();
        if (first.steps() > 0) {
            limits.add("%,d steps".formatted(first.steps()));
        }
        if (first.minutes() > 0) {
            limits.add("%s minutes".formatted(Digits.text(first.minutes())));
        }
        return "training %s: %s network, %s, batch %d, learning rate %s, seed %d"
                .formatted(
                        run.folder().name(),
                        first.design().name(),
                        String.join(" or ", limits),
                        first.batch(),
                        Digits.text(first.learningRate()),
                        first.seed());
    }

    /** The rate around which the slider goes. */
    double firstRate() {
        return first.learningRate();
    }

    /** Share of the run that is done, in thousandths: more would be sent for nothing. */
    int done() {
        return run.lastStep()
                .map(last -> (int) Math.round(1000 * run.options().done(last.step(), last.seconds())))
                .orElse(0);
    }

    /** Pairs of a name and its value. */
    List<List<String>> facts() {
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("step", "%,d".formatted(run.step())));
        run.lastStep().ifPresent(last -> {
            facts.add(List.of("trained", time(last.seconds())));
            if (run.state() == RunState.RUNNING) {
                facts.add(List.of("left", left(last)));
            }
            facts.add(List.of("steps a second", number(last.facesPerSecond() / (2.0 * first.batch()))));
            facts.add(List.of("faces a second", number(last.facesPerSecond())));
        });
        run.savedStep().ifPresent(step -> facts.add(List.of("saved at step", "%,d".formatted(step))));
        return facts;
    }

    /** How it ended; empty as long as it goes on. */
    String ending() {
        return switch (run.state()) {
            case READY -> "not started yet";
            case RUNNING -> "";
            case FINISHED -> "finished at step %,d, saved".formatted(run.step());
            case STOPPED -> "stopped at step %,d, saved: the same cell goes on with it".formatted(run.step());
            case FAILED -> "failed at step %,d: %s".formatted(run.step(), failure());
        };
    }

    private String left(TrainStep last) {
        var done = run.options().done(last.step(), last.seconds());
        return done <= 0 ? "" : time(last.seconds() * (1 - done) / done);
    }

    private String failure() {
        try {
            run.await();
            return "";
        } catch (IOException | RuntimeException | Error failure) {
            return String.valueOf(failure.getMessage());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String time(double seconds) {
        var whole = Math.round(seconds);
        return "%d:%02d min".formatted(whole / 60, whole % 60);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
