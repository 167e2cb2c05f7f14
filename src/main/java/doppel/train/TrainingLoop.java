package doppel.train;

import doppel.compute.Json;
import doppel.dataset.FaceBatches;
import doppel.media.MarkedWriter;
import doppel.model.SwapModel;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Step after step until the budget is used up or somebody says stop, with previews and checkpoints on the way.
 *
 * <p>Book: chapter 6, "Exploring the training code", the training loop.
 */
final class TrainingLoop implements AutoCloseable {

    private final RunFolder folder;
    private final TrainingSide a;
    private final TrainingSide b;
    private final Trainer trainer;
    private final Preview preview;
    private TrainOptions options;
    private TrainOptions held;
    private volatile int step;
    private double seconds;
    private volatile int savedStep = -1;
    private final List<TrainStep> rows = Collections.synchronizedList(new ArrayList<>());

    private TrainingLoop(RunFolder folder, TrainingSide a, TrainingSide b, TrainOptions options, Trainer trainer) {
        this.folder = folder;
        this.a = a;
        this.b = b;
        this.options = options;
        this.held = options;
        this.trainer = trainer;
        this.preview = new Preview(a.faces(), b.faces());
    }

    /**
     * A new run, or the one in {@code folder} from its newest whole checkpoint on, with the options that it had there.
     *
     * @param options that it will have, which may differ in what a run may change
     * @throws IllegalStateException if the run there has another network, other faces, or learns in another way
     */
    static TrainingLoop open(RunFolder folder, TrainingSide a, TrainingSide b, TrainOptions options)
            throws IOException {
        var checkpoint = Checkpoint.newest(folder.checkpoints());
        if (checkpoint.isEmpty()) {
            var trainer = new Trainer(SwapModel.create(options.design(), options.seed()), options.learn());
            return new TrainingLoop(folder, a, b, options, trainer);
        }
        checkpoint.get().requireSameRun(options, List.of(a.person(), b.person()));
        var trainer = new Trainer(checkpoint.get().openModel(), options.learn());
        try {
            checkpoint.get().restore(trainer.adam());
        } catch (IOException | RuntimeException fault) {
            trainer.close();
            throw fault;
        }
        var loop = new TrainingLoop(folder, a, b, checkpoint.get().facts().options(), trainer);
        loop.step = checkpoint.get().facts().step();
        loop.savedStep = loop.step;
        loop.seconds = checkpoint.get().facts().seconds();
        loop.rows.addAll(
                folder.history().stream().filter(row -> row.step() <= loop.step).toList());
        return loop;
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
     * @throws IllegalStateException if a loss is no longer a number; the last checkpoint stays whole
     */
    boolean run(Requests requests, Consumer<TrainStep> progress) throws IOException, InterruptedException {
        Json.write(folder.optionsFile(), options);
        var changes = ChangeLog.open(folder.changesFile(), step);
        var augment = options.learn().augment();
        try (var history = History.open(folder.historyFile(), step);
                var batches = new FaceBatches(a.faces(), b.faces(), augment, options.batch(), options.seed(), step)) {
            var stretch = new Stretch(step, seconds, System.nanoTime());
            var lastPreview = Double.NEGATIVE_INFINITY;
            var lastSave = seconds;
            adopt(requests.options(), batches);
            while (options.done(step, seconds) < 1 && !requests.stops()) {
                if (requests.takePreview() || seconds >= lastPreview + options.previewSeconds()) {
                    history.flush();
                    writePreview();
                    lastPreview = seconds;
                }
                if (requests.takeSave() || seconds >= lastSave + options.checkpointSeconds()) {
                    history.flush();
                    save(changes.all());
                    lastSave = seconds;
                }
                hold(changes);
                var row = learn(batches, stretch);
                history.append(row);
                rows.add(row);
                progress.accept(row);
                adopt(requests.options(), batches);
            }
            adopt(requests.end(), batches);
        }
        save(changes.all());
        writePreview();
        return options.done(step, seconds) >= 1;
    }

    /** From the next step on, the run has these options. */
    private void adopt(TrainOptions wanted, FaceBatches batches) throws IOException {
        if (wanted.equals(options)) {
            return;
        }
        Json.write(folder.optionsFile(), wanted);
        if (!wanted.learn().augment().equals(options.learn().augment())) {
            batches.change(wanted.learn().augment());
        }
        options = wanted;
    }

    /** Writes down what differs from the step before; options with which no step is taken never held. */
    private void hold(ChangeLog changes) throws IOException {
        if (!options.equals(held)) {
            changes.append(OptionChange.between(step, seconds, held, options));
            held = options;
        }
    }

    @Override
    public void close() {
        trainer.close();
    }

    /** Where this run started or went on: steps, seconds, and the clock at that moment. */
    private record Stretch(int firstStep, double firstSeconds, long begin) {

        double seconds() {
            return firstSeconds + (System.nanoTime() - begin) / 1e9;
        }
    }

    private TrainStep learn(FaceBatches batches, Stretch stretch) throws InterruptedException {
        var rate = LearningRate.of(options).at(step, options.done(step, seconds));
        float[] losses;
        try (var batch = batches.take()) {
            losses = trainer.step(batch.input(), batch.target(), batch.weights(), rate);
        }
        requireNumber("A", losses[0], rate);
        requireNumber("B", losses[1], rate);
        step++;
        seconds = stretch.seconds();
        var faces = 2.0 * options.batch() * (step - stretch.firstStep);
        return new TrainStep(step, seconds, losses[0], losses[1], rate, faces / (seconds - stretch.firstSeconds));
    }

    private void requireNumber(String side, float loss, double rate) {
        if (!Float.isFinite(loss)) {
            var saved = savedStep < 0
                    ? "nothing was saved yet, so start again"
                    : "step " + savedStep + " is saved, so go on";
            throw new IllegalStateException("the loss of side %s became %s after %d steps at a learning rate of %s:"
                            .formatted(side, loss, step, rate)
                    + " %s with a lower rate, such as %s".formatted(saved, options.learningRate() / 2));
        }
    }

    /** A checkpoint to go on from, and the weights by themselves for the swap. */
    private void save(List<OptionChange> changes) throws IOException {
        var people = List.of(a.person(), b.person());
        if (step != savedStep) {
            trainer.requireNumbers();
            Checkpoint.write(folder.checkpoints(), step, seconds, held, people, trainer);
            savedStep = step;
        }
        trainer.model().save(folder.model());
        Json.write(folder.cardFile(), RunCard.of(options, step, seconds, people, changes));
    }

    private void writePreview() throws IOException {
        var people = List.of(a.person(), b.person());
        var origin = new Origin(
                List.of(),
                Map.of("run", folder.name(), "step", step, "people", people, "design", options.design()),
                people.stream().map(Person::alias).toList());
        MarkedWriter.picture(preview.draw(trainer.model()), folder.previewFile(step), Marks.preview(), origin);
    }
}
