package doppel.dataset;

import java.nio.FloatBuffer;

/**
 * A change of color: each of L*, a* and b* times a gain plus an offset.
 *
 * <p>Recoloring and jitter are both of this form, so one after the other is one again, and a face goes through L*a*b*
 * once.
 *
 * @param gain 3 factors
 * @param offset 3 summands; L* runs from 0 to 100, a* and b* from about -127 to 127
 */
record ColorChange(double[] gain, double[] offset) {

    /** Leaves every color as it is. */
    static final ColorChange NONE = new ColorChange(new double[] {1, 1, 1}, new double[3]);

    /** First this change, then {@code next}. */
    ColorChange then(ColorChange next) {
        var bothGain = new double[3];
        var bothOffset = new double[3];
        for (int i = 0; i < 3; i++) {
            bothGain[i] = next.gain[i] * gain[i];
            bothOffset[i] = next.gain[i] * offset[i] + next.offset[i];
        }
        return new ColorChange(bothGain, bothOffset);
    }

    boolean changesNothing() {
        for (int i = 0; i < 3; i++) {
            if (gain[i] != 1 || offset[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes the matrix {@code (3, 4)} that OpenCV's {@code transform} takes. */
    void write(FloatBuffer matrix) {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                matrix.put(4 * row + column, row == column ? (float) gain[row] : 0);
            }
            matrix.put(4 * row + 3, (float) offset[row]);
        }
    }
}
