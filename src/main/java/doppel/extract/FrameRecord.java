package doppel.extract;

/**
 * One frame that was looked at, also if no face was found in it.
 *
 * <p>The book knows only the frames with a face, and loses the others when it puts the video together again.
 *
 * @param frame number in the clip, from 0
 * @param seconds since the clip's start; of a damaged frame, by the mean rate
 * @param faces how many were kept
 * @param damage what is wrong with a damaged frame, as a sentence; empty for a whole one
 */
public record FrameRecord(int frame, double seconds, int faces, String damage) {

    public boolean damaged() {
        return !damage.isEmpty();
    }
}
