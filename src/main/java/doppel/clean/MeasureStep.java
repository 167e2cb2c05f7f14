package doppel.clean;

/**
 * How far the measuring of a face folder is, told after every face that was not measured before.
 *
 * @param measured faces up to now
 * @param of these there are in all
 * @param perSecond faces, since it began
 */
public record MeasureStep(int measured, int of, double perSecond) {}
