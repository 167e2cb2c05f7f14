package doppel.train;

import doppel.compute.Json;
import doppel.dataset.FaceBatches;
import doppel.media.MarkedWriter;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Step after step until the budget is used up or somebody says stop, with previews and checkpoints on the way.
 *
 * <p>If the run falls apart, it goes back to the last checkpoint and on from there at half the rate.
 *
 * <p>Book: chapter 6, "Exploring the training code", the training loop.
 */
final class TrainingLoop implements AutoCloseable {

    /** So many times in a row, with no checkpoint in between. */
    private static final int MOST_RETURNS = 3;

    private final RunFolder folder;
    private final TrainingSide a;
    private final TrainingSide b;
    private final Starts starts;
    private final String startSha256;
    private final Preview preview;
    private final LossGuard guard = new LossGuard();
    private final List<TrainStep> rows = Collections.synchronizedList(new ArrayList<>());
    private Trainer trainer;
    private Course course;
    private volatile int step;
    private double seconds;
    private volatile int savedStep;
    private int returns;

    private TrainingLoop(
            RunFolder folder, TrainingSide a, TrainingSide b, Starts starts, String startSha256, RunPoint point) {
        this.folder = folder;
        this.a = a;
        this.b = b;
        this.starts = starts;
        this.startSha256 = startSha256;
        this.preview = new Preview(a.faces(), b.faces());
        this.trainer = point.trainer();
        this.course = point.course();
        this.step = point.step();
        this.seconds = point.seconds();
        this.savedStep = point.savedStep();
    }

    /**
     * A new run, or the one in {@code folder} from its newest whole checkpoint on, with the options that it had there.
     *
     * @param options that it will have, which may differ in what a run may change
     * @throws IllegalStateException if the run there has another network, other faces, or learns in another way
     */
    static TrainingLoop open(RunFolder folder, TrainingSide a, TrainingSide b, TrainOptions options, Starts starts)
            throws IOException {
        var point = RunPoint.newest(folder, List.of(a.person(), b.person()), options, starts);
        var began = point.savedStep() != RunPoint.NOTHING_SAVED && Files.exists(folder.cardFile())
                ? folder.card().startSha256() // the start may be another one by now
                : starts.sha256(options.start());
        var loop = new TrainingLoop(folder, a, b, starts, began, point);
        loop.rows.addAll(
                folder.history().stream().filter(row -> row.step() <= loop.step).toList());
        return loop;
    }

    /** Another one once the run went back. */
    Trainer trainer() {
        return trainer;
    }

    /** Steps taken so far. */
    int step() {
        return step;
    }

    /** The step that was saved last; negative if there is none. */
    int savedStep() {
        return savedStep;
    }

    /** The newest step; empty before the first. */
    Optional<TrainStep> lastRow() {
        synchronized (rows) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
        }
    }

    /** A copy of all steps so far, those before a stop included. */
    List<TrainStep> rows() {
        synchronized (rows) {
            return List.copyOf(rows);
        }
    }

    /**
     * Trains; returns true at the end of the budget and false if it was stopped before. Either way all is saved.
     *
     * @throws IllegalStateException if the run falls apart at any rate; the last checkpoint stays whole
     */
    boolean run(Requests requests, Consumer<TrainStep> progress) throws IOException, InterruptedException {
        Json.write(folder.optionsFile(), course.options());
        var changes = ChangeLog.open(folder.changesFile(), step);
        for (var fault = learn(requests, progress, changes);
                fault.isPresent();
                fault = learn(requests, progress, changes)) {
            goBack(fault.get());
            changes = ChangeLog.open(folder.changesFile(), step);
        }
        save(changes.all());
        writePreview();
        checkUp();
        return done() >= 1;
    }

    @Override
    public void close() {
        trainer.close();
    }

    /** From this step to the end, or until the run falls apart: then the result says how. */
    private Optional<String> learn(Requests requests, Consumer<TrainStep> progress, ChangeLog changes)
            throws IOException, InterruptedException {
        adopt(requests.options());
        var stretch = new Stretch(step, seconds, System.nanoTime());
        var augment = course.augment(step, seconds);
        try (var history = History.open(folder.historyFile(), step);
                var batches = batches()) {
            var lastPreview = Double.NEGATIVE_INFINITY;
            var lastSave = seconds;
            while (done() < 1 && !requests.stops()) {
                if (requests.takePreview()
                        || seconds >= lastPreview + course.options().previewSeconds()) {
                    history.flush();
                    writePreview();
                    var fault = checkUp();
                    if (fault.isPresent()) {
                        return fault;
                    }
                    lastPreview = seconds;
                }
                if (requests.takeSave()
                        || seconds >= lastSave + course.options().checkpointSeconds()) {
                    history.flush();
                    var fault = checkUp();
                    if (fault.isPresent()) {
                        return fault;
                    }
                    save(changes.all());
                    lastSave = seconds;
                }
                course.hold(changes, step, seconds);
                if (!course.augment(step, seconds).equals(augment)) {
                    augment = course.augment(step, seconds);
                    batches.change(augment);
                    guard.forget();
                }
                var rate = course.rate(step, seconds);
                var learned = learn(batches, rate);
                var fault = guard.fault(learned);
                if (fault.isPresent()) {
                    return fault;
                }
                step++;
                seconds = stretch.seconds();
                var row = row(learned, rate, stretch);
                history.append(row);
                rows.add(row);
                progress.accept(row);
                adopt(requests.options());
            }
            adopt(requests.end());
        }
        return Optional.empty();
    }

    private FaceBatches batches() {
        var options = course.options();
        return new FaceBatches(
                a.faces(),
                b.faces(),
                course.augment(step, seconds),
                options.learn().losses().emphasis(),
                options.batch(),
                options.seed(),
                (long) step * options.learn().optimizer().accumulate());
    }

    private Learned learn(FaceBatches batches, double rate) throws InterruptedException {
        for (int i = 0; i < course.options().learn().optimizer().accumulate(); i++) {
            try (var batch = batches.take()) {
                trainer.gather(batch.input(), batch.target(), batch.weights(), course.moving(step));
            }
        }
        return trainer.move(rate);
    }

    private TrainStep row(Learned learned, double rate, Stretch stretch) {
        var options = course.options();
        var learn = options.learn();
        var terms = new LinkedHashMap<LossKind, Float>();
        for (int i = 0; i < learned.terms().size(); i++) {
            terms.put(learn.losses().terms().get(i).kind(), learned.terms().get(i));
        }
        var faces = 2.0 * options.batch() * learn.optimizer().accumulate() * (step - stretch.firstStep);
        var speed = faces / (seconds - stretch.firstSeconds);
        return new TrainStep(
                step, seconds, learned.lossA(), learned.lossB(), rate, speed, learned.gradientNorm(), terms);
    }

    /** Where this run started or went on: steps, seconds, and the clock at that moment. */
    private record Stretch(int firstStep, double firstSeconds, long begin) {

        double seconds() {
            return firstSeconds + (System.nanoTime() - begin) / 1e9;
        }
    }

    private double done() {
        return course.options().done(step, seconds);
    }

    /** From the next step on, the run has these options. */
    private void adopt(TrainOptions wanted) throws IOException {
        if (!wanted.equals(course.options())) {
            Json.write(folder.optionsFile(), wanted);
            trainer.change(wanted.learn().optimizer());
            course.adopt(wanted);
        }
    }

    /** The weights are again those of the last checkpoint, or of the beginning; the clock is not turned back. */
    private void goBack(String why) throws IOException {
        var options = course.options();
        if (++returns > MOST_RETURNS) {
            var saved = savedStep == RunPoint.NOTHING_SAVED
                    ? "nothing was saved yet, so start again"
                    : "step " + savedStep + " is saved, so go on";
            throw new IllegalStateException(
                    "%s after %d steps at a learning rate of %s: %s with a lower rate, such as %s"
                            .formatted(why, step, course.rate(step, seconds), saved, course.peak() / 2));
        }
        trainer.close();
        var point = RunPoint.newest(folder, List.of(a.person(), b.person()), options, starts);
        trainer = point.trainer();
        course = course.afterFallingApart(point.course(), why);
        step = point.step();
        savedStep = point.savedStep();
        rows.removeIf(row -> row.step() > step);
        guard.forget();
    }

    /** A checkpoint to go on from, and the weights by themselves for the swap. */
    private void save(List<OptionChange> changes) throws IOException {
        var people = List.of(a.person(), b.person());
        if (step != savedStep) {
            trainer.requireNumbers();
            Checkpoint.write(
                    folder.checkpoints(), step, seconds, course.heldOptions(), course.heldShare(), people, trainer);
            savedStep = step;
            returns = 0;
        }
        trainer.drawing().save(folder.model());
        Json.write(folder.cardFile(), RunCard.of(course.options(), startSha256, step, seconds, people, changes));
    }

    /** A row of numbers about faces that are known and faces that are not; what is wrong, if something is. */
    private Optional<String> checkUp() throws IOException {
        var checkup = Checkup.of(step, seconds, trainer.drawing(), a, b);
        if (checkup.isPresent()) {
            checkup.get().appendTo(folder.checkupsFile());
        }
        return checkup.filter(Checkup::isOneFaceForAll).map(look -> "one face was drawn for all");
    }

    private void writePreview() throws IOException {
        var people = List.of(a.person(), b.person());
        var origin = new Origin(
                List.of(),
                Map.of(
                        "run",
                        folder.name(),
                        "step",
                        step,
                        "people",
                        people,
                        "design",
                        course.options().design()),
                people.stream().map(Person::alias).toList());
        MarkedWriter.picture(preview.draw(trainer.drawing()), folder.previewFile(step), Marks.preview(), origin);
    }
}
