package doppel.dataset;

import java.util.random.RandomGenerator;

/** The faces of other people, as one face sees them. */
interface OtherFaces {

    /** Any of them: its colors may be taken over. */
    TrainingFace any(RandomGenerator random);

    /** One of those that look the same way and make the same face: its shape may be taken over. */
    TrainingFace near(RandomGenerator random);
}
