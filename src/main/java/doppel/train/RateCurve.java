package doppel.train;

import java.util.Comparator;
import java.util.List;

/**
 * The loss of a network whose learning rate grows from step to step, and the rate that follows from it.
 *
 * <p>At first nothing happens, then the loss falls, then it rises: the rate is too high. Where the loss was lowest the
 * rate is already at its limit, and a run needs some distance from there.
 *
 * @param points of the steps, rates rising
 */
public record RateCurve(List<Point> points) {

    /** As faceswap has it; with 5 it is bolder, with 2.5 extreme. */
    private static final double USUAL_DISTANCE = 10;

    /**
     * One step.
     *
     * @param rate of the step
     * @param loss smoothed, the mean of both sides
     */
    public record Point(double rate, double loss) {}

    /**
     * @throws IllegalArgumentException if there is no point
     */
    public RateCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve has one point or more, got none: take more steps");
        }
    }

    /** Where the loss was lowest. */
    public Point lowest() {
        return points.stream().min(Comparator.comparingDouble(Point::loss)).orElseThrow();
    }

    /** The rate to try: a tenth of the one where the loss was lowest. */
    public double suggestion() {
        return suggestion(USUAL_DISTANCE);
    }

    /**
     * The rate to try, at another distance.
     *
     * @param distance how many times lower than where the loss was lowest; faceswap's are 10, 5 and 2.5
     */
    public double suggestion(double distance) {
        return lowest().rate() / distance;
    }
}
