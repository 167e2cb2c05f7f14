package doppel;

/**
 * How far an act is.
 *
 * @param done so far, in {@code unit}s
 * @param of in all, an estimate; 0 if nobody knows
 * @param unit what is counted, for example {@code frames}
 * @param perSecond units a second
 * @param remark a few words more, possibly none
 */
public record Progress(long done, long of, String unit, double perSecond, String remark) {}
