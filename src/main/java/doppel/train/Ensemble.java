package doppel.train;

import doppel.dataset.CrowdBatches;
import doppel.dataset.CrowdFaces;
import doppel.model.SwapModel;
import java.io.IOException;

/**
 * One network for all people of a small crowd: everybody as everybody, for little more than the price of two.
 *
 * <p>People share all but one linear layer each, so a person more is a layer more. A crowd in one troupe teaches the
 * network what no two filmed people can: the exact picture of the one doing what the other does.
 *
 * <p>Book: chapter 1, one encoder and a decoder for each person; the book has two of them.
 */
public final class Ensemble {

    /** Whom a step draws: few enough that each has several faces in it, enough that nobody waits for long. */
    private static final int PEOPLE = 4;

    /** Most inputs show somebody else than the target, as in {@link PretrainOptions}. */
    private static final double PAIRED = 0.8;

    private Ensemble() {}

    /**
     * Learns in the calling thread, and keeps nothing on disk.
     *
     * @param crowd two people or more; the network counts them in this order
     * @param options limited by steps alone, as the result is then the same each time; a step has {@code 2 batch} faces,
     *     of four people, and {@code batch} must be even
     * @param starts where the start of the options is
     * @return the network; close it when done
     * @throws IllegalArgumentException if the options do not fit; says what to change
     * @throws IOException if the start cannot be read
     */
    public static SwapModel learn(CrowdFaces crowd, TrainOptions options, Starts starts)
            throws IOException, InterruptedException {
        if (options.steps() == 0 || options.minutes() > 0) {
            throw new IllegalArgumentException("an ensemble is limited by steps alone, got %d steps and %s minutes: "
                            .formatted(options.steps(), options.minutes())
                    + "set withBudget(300, 0)");
        }
        if (options.batch() % 2 != 0) {
            throw new IllegalArgumentException(
                    "an ensemble shows half a batch of each person, got %d; try 6".formatted(options.batch()));
        }
        if (crowd.people().size() < 2) {
            throw new IllegalArgumentException("an ensemble has two people or more, got %d: film more"
                    .formatted(crowd.people().size()));
        }
        var decided = options.start().equals(TrainOptions.USUAL)
                ? options.withStart(starts.usual(options.design()))
                : options;
        var rate = LearningRate.of(decided);
        try (var trainer = new Trainer(starts.begin(decided, crowd.people().size()), decided.learn());
                var batches = batches(crowd, decided)) {
            for (int step = 0; step < decided.steps(); step++) {
                var moving = step < decided.ownSteps() ? Moving.OWN : Moving.ALL;
                try (var crowded = batches.take()) {
                    var batch = crowded.batch();
                    trainer.step(
                            batch.input(),
                            batch.target(),
                            batch.weights(),
                            crowded.people(),
                            moving,
                            rate.at(step, (double) step / decided.steps()));
                }
            }
            trainer.requireNumbers();
            return trainer.drawing().copy();
        }
    }

    private static CrowdBatches batches(CrowdFaces crowd, TrainOptions options) {
        return new CrowdBatches(
                crowd,
                options.learn().augment(),
                options.learn().losses().emphasis(),
                PEOPLE,
                2 * options.batch() / PEOPLE,
                PAIRED,
                options.seed(),
                0);
    }
}
