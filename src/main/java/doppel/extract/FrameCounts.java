package doppel.extract;

/**
 * What an extraction has seen.
 *
 * @param frames looked at, damaged ones included
 * @param withoutFace whole frames without a face
 * @param damaged frames that could not be read
 * @param faces kept
 */
public record FrameCounts(int frames, int withoutFace, int damaged, int faces) {

    static FrameCounts none() {
        return new FrameCounts(0, 0, 0, 0);
    }

    FrameCounts plus(FrameRecord frame) {
        return new FrameCounts(
                frames + 1,
                withoutFace + (frame.faces() == 0 && !frame.damaged() ? 1 : 0),
                damaged + (frame.damaged() ? 1 : 0),
                faces + frame.faces());
    }
}
