package doppel.render;

import java.util.Arrays;

/** Strands of each sample, over whatever lies behind them. */
final class HairLayer {

    final float[] color;
    /** How much of what lies behind is seen, 0 to 1. */
    final float[] through;
    /** How much of the face is seen between strands that cover it, 0 to 1. */
    final float[] faceThrough;
    /** Part of the strand that first hides half of the sample, 0 if none does. */
    final byte[] part;

    HairLayer(int side) {
        color = new float[3 * side * side];
        through = new float[side * side];
        faceThrough = new float[side * side];
        part = new byte[side * side];
        Arrays.fill(through, 1);
        Arrays.fill(faceThrough, 1);
    }
}
