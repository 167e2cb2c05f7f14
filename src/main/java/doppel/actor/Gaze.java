package doppel.actor;

import java.util.SplittableRandom;

/**
 * Eyes that rest on one thing and jump to the next, while the head turns below them.
 *
 * <p>More often than not they rest on the camera: then they turn against the head, as far as eyes can.
 */
final class Gaze {

    private static final double MOST_YAW = 26;
    private static final double MOST_UP = 13;
    private static final double MOST_DOWN = 16;

    /** A jump takes less than a twentieth of a second. */
    private static final double JUMP_SECONDS = .045;

    private final HeadMotion head;
    private final Track yaw = new Track(0);
    private final Track pitch = new Track(0);

    /** 1 where the eyes hold on to a place in the room, 0 where they go along with the head. */
    private final Track held = new Track(1);

    Gaze(long seed, HeadMotion head, double seconds) {
        this.head = head;
        var random = new SplittableRandom(seed);
        for (var now = random.nextDouble(.6, 1.4); now < seconds; ) {
            var atCamera = random.nextInt(5) < 3;
            var spread = atCamera ? 1.5 : 13;
            yaw.move(now, JUMP_SECONDS, spread * random.nextDouble(-1, 1));
            pitch.move(now, JUMP_SECONDS, .6 * spread * random.nextDouble(-1, 1));
            held.move(now, JUMP_SECONDS, atCamera ? 1 : 0);
            now += random.nextDouble(.45, 1.7);
        }
    }

    /** Against the head, to the actor's left, in degrees. */
    double yaw(double seconds) {
        var degrees = yaw.at(seconds) - held.at(seconds) * head.yaw(seconds);
        return soft(degrees, MOST_YAW, MOST_YAW);
    }

    /** Against the head, down, in degrees. */
    double pitch(double seconds) {
        var degrees = pitch.at(seconds) - held.at(seconds) * head.pitch(seconds);
        return soft(degrees, MOST_UP, MOST_DOWN);
    }

    /** Nears its ends slowly instead of stopping there. */
    private static double soft(double degrees, double least, double most) {
        var limit = degrees < 0 ? least : most;
        return degrees / Math.sqrt(1 + degrees * degrees / (limit * limit));
    }
}
