package doppel.notebook;

import doppel.align.HeadPose;

/**
 * What a person in front of the camera is asked to do, in this order: a model paints only what it has seen.
 *
 * <p>Book: chapter 3, on variety of pose and expression.
 */
enum ScriptStep {
    FRONT("front", "Look into the camera.", 5),
    LEFT("turn left", "Turn your head slowly to your left, and hold it there.", 6),
    RIGHT("turn right", "Turn your head slowly to your right, and hold it there.", 6),
    UP("up", "Lift your chin slowly.", 5),
    DOWN("down", "Lower your chin slowly.", 5),
    TALK("talk", "Count aloud from one to twenty.", 12),
    SMILE("smile", "Smile so that your teeth show.", 4),
    SURPRISE("surprise", "Raise your brows and open your mouth.", 4),
    FROWN("frown", "Frown.", 4),
    PUCKER("pucker", "Push your lips forward, as for a kiss.", 4),
    EYES_CLOSED("eyes closed", "Close your eyes.", 4);

    /** Frames that show it, of those that are measured, until there are enough. */
    static final int ENOUGH = 8;

    private static final double TURNED_DEGREES = 18;
    private static final double TILTED_DEGREES = 9;

    private final String title;
    private final String words;
    private final int seconds;

    ScriptStep(String title, String words, int seconds) {
        this.title = title;
        this.words = words;
        this.seconds = seconds;
    }

    String title() {
        return title;
    }

    /** The prompt. */
    String words() {
        return words;
    }

    /** How long it takes. */
    int seconds() {
        return seconds;
    }

    /**
     * Whether a face does what was asked; for talk and expressions it is enough to be seen.
     *
     * @param front how this person looks straight ahead: faces differ in what counts as level
     */
    boolean isShownBy(HeadPose pose, HeadPose front) {
        var yaw = pose.yaw() - front.yaw();
        var pitch = pose.pitch() - front.pitch();
        return switch (this) {
            case FRONT -> Math.abs(pose.yaw()) < TURNED_DEGREES;
            case LEFT -> yaw > TURNED_DEGREES;
            case RIGHT -> yaw < -TURNED_DEGREES;
            case UP -> pitch < -TILTED_DEGREES;
            case DOWN -> pitch > TILTED_DEGREES;
            default -> true;
        };
    }
}
