package doppel.figure;

import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import doppel.repair.FaceTrack;
import java.awt.Color;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Where one landmark is over time, before a repair and after it, with how much all landmarks tremble.
 *
 * <p>Book: beyond the book.
 */
public final class LandmarkTrace {

    private LandmarkTrace() {}

    /**
     * To the right.
     *
     * @param landmark 0 to 67, in iBUG order: 30 is the tip of the nose
     */
    public static XYChart x(FaceTrack before, FaceTrack after, int landmark) {
        return draw(before, after, landmark, "x", Point::x);
    }

    /**
     * Downwards.
     *
     * @param landmark 0 to 67, in iBUG order: 37 is on the upper lid of the right eye
     */
    public static XYChart y(FaceTrack before, FaceTrack after, int landmark) {
        return draw(before, after, landmark, "y", Point::y);
    }

    private static XYChart draw(
            FaceTrack before, FaceTrack after, int landmark, String axis, ToDoubleFunction<Point> coordinate) {
        if (landmark < 0 || landmark >= Landmarks.COUNT) {
            throw new IllegalArgumentException(
                    "a landmark is a number from 0 to 67, got %d; 30 is the tip of the nose".formatted(landmark));
        }
        var chart = Charts.xy("frame of the clip", "%s of landmark %d, pixels".formatted(axis, landmark));
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        add(chart, "before", before, landmark, coordinate, Ink.B);
        add(chart, "after", after, landmark, coordinate, Ink.TEXT);
        return chart;
    }

    private static void add(
            XYChart chart,
            String name,
            FaceTrack track,
            int landmark,
            ToDoubleFunction<Point> coordinate,
            Color color) {
        var frames =
                track.moments().stream().mapToDouble(FaceTrack.Moment::frame).toArray();
        var places = track.moments().stream()
                .mapToDouble(moment ->
                        coordinate.applyAsDouble(moment.landmarks().points().get(landmark)))
                .toArray();
        Charts.line(
                chart,
                "%s: jitter %.1f thousandths of a face unit".formatted(name, track.jitter()),
                color,
                frames,
                places);
    }
}
