package doppel.train;

/** Which weights of a network learn in a step. */
enum Moving {
    /** What all people share, and the own parts of the people in the batch. */
    ALL,
    /** Only the own parts of the people in the batch: new people are fitted to a network that knows faces. */
    OWN
}
