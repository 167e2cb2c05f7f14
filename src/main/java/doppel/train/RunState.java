package doppel.train;

/** What a training run is doing. */
public enum RunState {
    /** opened, not started yet */
    READY,
    /** learning in the background */
    RUNNING,
    /** at the end of its budget; all is saved */
    FINISHED,
    /** stopped when it was asked to; all is saved, and it can go on */
    STOPPED,
    /** ended by a failure, which {@link TrainingRun#await} throws; it can go on from its last checkpoint */
    FAILED
}
