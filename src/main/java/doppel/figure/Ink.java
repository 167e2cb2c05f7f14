package doppel.figure;

import java.awt.Color;
import java.awt.Font;

/** The colors and letters of all figures, chosen to be told apart by everyone. Source: M. Okabe, K. Ito, 2008. */
public final class Ink {

    /** Person A, everywhere. */
    public static final Color A = new Color(0x0072B2);

    /** Person B, everywhere. */
    public static final Color B = new Color(0xD55E00);

    /** A third thing. */
    public static final Color GREEN = new Color(0x009E73);

    /** A fourth thing. */
    public static final Color PURPLE = new Color(0xCC79A7);

    /** A fifth thing, on dark pictures. */
    public static final Color YELLOW = new Color(0xF0E442);

    /** Letters. */
    public static final Color TEXT = new Color(0x22262B);

    /** What should stay in the background: grid lines, frames. */
    public static final Color QUIET = new Color(0xD5D9DE);

    /** Behind everything; white on dark pages too, so that a figure reads the same everywhere. */
    public static final Color PAPER = Color.WHITE;

    private Ink() {}

    /** Letters of so many pixels. */
    public static Font font(int pixels) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, pixels);
    }
}
