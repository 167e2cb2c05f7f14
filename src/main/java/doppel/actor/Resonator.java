package doppel.actor;

/**
 * A hollow that rings at one frequency: throat and mouth are three or four of them, one behind the other.
 *
 * <p>Source: D. Klatt, "Software for a cascade/parallel formant synthesizer", JASA 67(3), 1980.
 */
final class Resonator {

    private final double rate;
    private double a;
    private double b;
    private double c;
    private double last;
    private double beforeLast;

    /**
     * @param rate samples a second
     */
    Resonator(double rate) {
        this.rate = rate;
    }

    /**
     * @param hertz of the ringing
     * @param width of the resonance in hertz
     */
    void tune(double hertz, double width) {
        var shrink = StrictMath.exp(-Math.PI * width / rate);
        c = -shrink * shrink;
        b = 2 * shrink * StrictMath.cos(2 * Math.PI * hertz / rate);
        a = 1 - b - c;
    }

    double next(double sample) {
        var value = a * sample + b * last + c * beforeLast;
        beforeLast = last;
        last = value;
        return value;
    }
}
