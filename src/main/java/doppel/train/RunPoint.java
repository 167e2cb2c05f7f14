package doppel.train;

import java.io.IOException;
import java.util.List;

/**
 * Where a run goes on: at its newest checkpoint, or at its beginning.
 *
 * @param trainer with the weights of there; whoever asks for this closes it
 * @param course with what held there
 * @param step taken
 * @param seconds trained
 * @param savedStep the step of the checkpoint; negative if there is none
 */
record RunPoint(Trainer trainer, Course course, int step, double seconds, int savedStep) {

    static final int NOTHING_SAVED = -1;

    /**
     * @param options that the run will have, which may differ in what a run may change
     * @throws IllegalStateException if the run there has another network, other faces, or learns in another way
     */
    static RunPoint newest(RunFolder folder, List<Person> people, TrainOptions options, Starts starts)
            throws IOException {
        var newest = Checkpoint.newest(folder.checkpoints());
        if (newest.isEmpty()) {
            var trainer = new Trainer(starts.begin(options), options.learn());
            return new RunPoint(trainer, new Course(options, 1), 0, 0, NOTHING_SAVED);
        }
        var checkpoint = newest.get();
        checkpoint.requireSameRun(options, people);
        var trainer = new Trainer(checkpoint.openModel(), options.learn());
        try {
            checkpoint.restore(trainer);
        } catch (IOException | RuntimeException fault) {
            trainer.close();
            throw fault;
        }
        var facts = checkpoint.facts();
        var course = new Course(facts.options(), facts.rateShare());
        return new RunPoint(trainer, course, facts.step(), facts.seconds(), facts.step());
    }
}
