package doppel.actor;

/**
 * Where the pieces of the skin lie in its one texture: the face gets most of the room.
 *
 * <p>The data unfold the skin into five pieces; head and torso share the sheet with much that is empty.
 */
final class Atlas {

    /** Pieces of the data's sheet. */
    enum Piece {
        HEAD,
        TORSO,
        MOUTH,
        SOCKET
    }

    private Atlas() {}

    /** The piece of a quad whose middle lies at u v of the data's sheet. */
    static Piece piece(float u, float v) {
        if (v < .1425f) {
            return Piece.MOUTH;
        }
        if (u < .16f && v > .54f && v < .637f) {
            return Piece.SOCKET;
        }
        return u > .655f || u > .638f && v < .70f ? Piece.HEAD : Piece.TORSO;
    }

    static float u(Piece piece, float u) {
        return switch (piece) {
            case HEAD -> stretch(u, .005f, .635f, .785f, .997f, .12f, .60f);
            case TORSO -> line(u, .10f, .66f, .62f, .995f);
            case MOUTH -> line(u, .75f, .93f, .62f, .79f);
            case SOCKET -> line(u, 0, .16f, .81f, .995f);
        };
    }

    static float v(Piece piece, float v) {
        return switch (piece) {
            case HEAD ->
                v < .4835f
                        ? line(v, .135f, .40f, .005f, .22f, .4835f, .5f)
                        : line(v, .4835f, .567f, .5f, .78f, .827f, .995f);
            case TORSO -> line(v, .63f, .98f, .42f, .995f);
            case MOUTH -> line(v, .005f, .145f, .2f, .4f);
            case SOCKET -> line(v, .54f, .64f, .2f, .4f);
        };
    }

    /** Low to middle goes to the first part, middle to high, where the face is, to the larger second. */
    private static float stretch(float x, float first, float low, float middle, float high, float split, float last) {
        return x < middle ? line(x, low, middle, first, split) : line(x, middle, high, split, last);
    }

    private static float line(float x, float a, float b, float toA, float toB) {
        return toA + (x - a) / (b - a) * (toB - toA);
    }

    private static float line(float x, float a, float b, float toA, float toB, float c, float toC) {
        return x < b ? line(x, a, b, toA, toB) : line(x, b, c, toB, toC);
    }
}
