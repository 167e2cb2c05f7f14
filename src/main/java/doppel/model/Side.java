package doppel.model;

/**
 * One of the two people of a training run.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work".
 */
public enum Side {
    /** the person whose face the swap shows */
    A,
    /** the person whose clip is painted over */
    B
}
