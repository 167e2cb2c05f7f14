package doppel.train;

import doppel.actor.CrowdOptions;
import doppel.dataset.CrowdBatches;
import doppel.dataset.CrowdFaces;
import doppel.dataset.Emphasis;
import doppel.model.SwapModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Learns faces from people who do not exist, once, so that every later run begins with a network that knows what a face
 * is.
 *
 * <ol>
 *   <li>Take several people of one troupe: they hold the same pose, make the same face, stand in the same light.
 *   <li>Show one of them and ask for another: the rendered picture of the other is the exact answer.
 *   <li>Move encoder, decoder and the parts of these people.
 * </ol>
 *
 * <p>The second step is what filmed people cannot give. It forces who somebody is out of the code: two people in the same
 * moment must have the same one.
 *
 * <p>Book: chapter 6, "Training".
 */
public final class Pretraining {

    /** Rows over which the loss of a card is taken. */
    private static final int LAST = 100;

    private static final int WARM_UP = 200;

    private final RunFolder folder;
    private final CrowdFaces crowd;
    private final CrowdOptions source;
    private final PretrainOptions options;
    private final Trainer trainer;
    private int step;
    private double seconds;

    private Pretraining(
            RunFolder folder, CrowdFaces crowd, CrowdOptions source, PretrainOptions options, Trainer trainer) {
        this.folder = folder;
        this.crowd = crowd;
        this.source = source;
        this.options = options;
        this.trainer = trainer;
    }

    /**
     * Learns in the calling thread to the last step or minute, and writes the start. The same call goes on where it was stopped.
     *
     * @param work folder for checkpoints and history
     * @param source how the crowd was filmed
     * @param start folder to write
     * @param progress is told after each step; its two losses are those of two halves of the batch
     * @throws InterruptedIOException if the thread is interrupted; all is saved
     * @throws IllegalStateException if a loss is no longer a number
     * @throws IOException if the disk refuses
     */
    public static StartFolder learn(
            Path work,
            CrowdFaces crowd,
            CrowdOptions source,
            PretrainOptions options,
            Path start,
            Consumer<TrainStep> progress)
            throws IOException {
        var folder = new RunFolder(work);
        var saved = Checkpoint.newest(folder.checkpoints());
        var model = saved.isPresent()
                ? saved.get().openModel()
                : SwapModel.create(options.design(), crowd.people().size(), options.seed());
        try (var trainer = new Trainer(model, options.asTraining().learn())) {
            var pretraining = new Pretraining(folder, crowd, source, options, trainer);
            if (saved.isPresent()) {
                saved.get().requireSameRun(options.asTraining(), pretraining.people());
                saved.get().restore(trainer);
                pretraining.step = saved.get().facts().step();
                pretraining.seconds = saved.get().facts().seconds();
            }
            pretraining.learn(progress);
            return StartFolder.write(start, trainer.model(), pretraining.card());
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException("pre-training was stopped: the same command goes on with it");
        }
    }

    private void learn(Consumer<TrainStep> progress) throws IOException, InterruptedException {
        var rates = new LearningRate(options.learningRate(), 0, WARM_UP, true);
        boolean stopped;
        try (var history = History.open(folder.historyFile(), step);
                var batches = new CrowdBatches(
                        crowd,
                        options.augment(),
                        Emphasis.usual(),
                        options.people(),
                        options.each(),
                        options.paired(),
                        options.seed(),
                        step)) {
            var begin = System.nanoTime() - (long) (1e9 * seconds);
            var lastSave = seconds;
            stopped = Thread.interrupted();
            while (options.done(step, seconds) < 1 && !stopped) {
                if (seconds >= lastSave + options.checkpointSeconds()) {
                    history.flush();
                    save();
                    lastSave = seconds;
                }
                var rate = rates.at(step, options.done(step, seconds));
                Learned learned;
                try (var crowded = batches.take()) {
                    var batch = crowded.batch();
                    learned = trainer.step(
                            batch.input(), batch.target(), batch.weights(), crowded.people(), Moving.ALL, rate);
                }
                requireNumbers(learned);
                step++;
                seconds = (System.nanoTime() - begin) / 1e9;
                var faces = (double) options.people() * options.each() * step / seconds;
                var row = new TrainStep(step, seconds, learned.lossA(), learned.lossB(), rate, faces);
                history.append(row);
                progress.accept(row);
                stopped = Thread.interrupted(); // an interrupted thread could not save
            }
        }
        save();
        if (stopped) {
            throw new InterruptedException();
        }
    }

    private void requireNumbers(Learned learned) {
        if (!learned.isFinite()) {
            throw new IllegalStateException(
                    "the loss became %s after %d steps of pre-training: go on from the checkpoint with a rate below %s"
                            .formatted(learned.lossA() + learned.lossB(), step, options.learningRate()));
        }
    }

    private void save() throws IOException {
        trainer.requireNumbers();
        Checkpoint.write(folder.checkpoints(), step, seconds, options.asTraining(), people(), trainer);
    }

    private StartCard card() throws IOException {
        var rows = folder.history();
        var last = rows.subList(Math.max(0, rows.size() - LAST), rows.size());
        return new StartCard(
                StartCard.VERSION,
                options,
                source,
                crowd.people().size(),
                faces(),
                step,
                seconds,
                last.stream()
                        .mapToDouble(row -> (row.lossA() + row.lossB()) / 2)
                        .average()
                        .orElse(Double.NaN),
                StartCard.LICENCE,
                StartCard.ORIGIN,
                RunCard.versionsNow());
    }

    /** The crowd counts as one person here: what matters is whether it is the same crowd. */
    private List<Person> people() {
        return List.of(new Person("crowd", faces(), "%s".formatted(source)));
    }

    private int faces() {
        return crowd.people().stream().mapToInt(person -> person.faces().size()).sum();
    }
}
