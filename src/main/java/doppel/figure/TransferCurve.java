package doppel.figure;

import doppel.image.Transfer;
import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Light against the number that stands for it, in the curves that pictures and clips use.
 *
 * <p>Book: chapter 3, "Improving your data", linear color.
 */
public final class TransferCurve {

    private static final int POINTS = 256;

    private TransferCurve() {}

    public static XYChart of() {
        var chart = Charts.xy("light (1 is white)", "number in the file (0 to 255)");
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        add(chart, "log", Ink.PURPLE, Transfer.LOG);
        add(chart, "sRGB", Ink.A, Transfer.SRGB);
        add(chart, "Rec. 709", Ink.B, Transfer.REC_709);
        add(chart, "linear", Ink.TEXT, Transfer.LINEAR);
        return chart;
    }

    private static void add(XYChart chart, String name, Color color, Transfer transfer) {
        var light =
                IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0)).toArray();
        var number =
                Arrays.stream(light).map(each -> 255 * transfer.encode(each)).toArray();
        Charts.line(chart, name, color, light, number);
    }
}
