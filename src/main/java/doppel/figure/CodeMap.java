package doppel.figure;

import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The codes of many faces as dots in a plane: the two directions in which they differ most (principal components).
 *
 * <p>If people lie apart, the code still knows who they are, and a swap keeps the wrong person's looks. If they lie in one
 * cloud, it holds pose, expression and light alone.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the encoder.
 */
public final class CodeMap {

    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);
    private static final int OPAQUENESS = 130;
    private static final int DOT = 6;

    private CodeMap() {}

    /**
     * @param model whose encoder is asked
     * @param people names, and faces of the size that the network sees; at most four people, three faces in all or more
     * @throws IllegalArgumentException if there are fewer faces, or one has another size
     */
    public static XYChart of(SwapModel model, Map<String, List<BufferedImage>> people) {
        var names = new ArrayList<String>();
        var codes = new ArrayList<double[]>();
        people.forEach((name, faces) -> {
            for (var code : model.encode(faces)) {
                names.add(name);
                codes.add(wide(code));
            }
        });
        if (codes.size() < 3) {
            throw new IllegalArgumentException("a plane needs three faces or more, got " + codes.size());
        }
        var plane = plane(new Array2DRowRealMatrix(codes.toArray(double[][]::new)));
        var chart = Charts.xy("the direction in which codes differ most", "the second of them");
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        chart.getStyler().setMarkerSize(DOT);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("0");
        var colors = COLORS.iterator();
        for (var name : people.keySet()) {
            var color = colors.next();
            var series = chart.addSeries(name, column(plane, 0, name, names), column(plane, 1, name, names));
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPAQUENESS));
        }
        return chart;
    }

    /** {@code (N, 2)}: each row of {@code codes} in the two directions of largest variance, the middle at 0. */
    private static RealMatrix plane(RealMatrix codes) {
        var covariance = new Covariance(codes).getCovarianceMatrix();
        var directions = new EigenDecompositionSymmetric(covariance)
                .getV()
                .getSubMatrix(0, codes.getColumnDimension() - 1, 0, 1);
        var centered = codes.copy();
        for (int column = 0; column < codes.getColumnDimension(); column++) {
            double mean = 0;
            for (int row = 0; row < codes.getRowDimension(); row++) {
                mean += codes.getEntry(row, column) / codes.getRowDimension();
            }
            for (int row = 0; row < codes.getRowDimension(); row++) {
                centered.addToEntry(row, column, -mean);
            }
        }
        return centered.multiply(directions);
    }

    private static double[] column(RealMatrix plane, int column, String name, List<String> names) {
        var all = plane.getColumn(column);
        return IntStream.range(0, all.length)
                .filter(row -> names.get(row).equals(name))
                .mapToDouble(row -> all[row])
                .toArray();
    }

    private static double[] wide(float[] code) {
        var numbers = new double[code.length];
        for (int i = 0; i < code.length; i++) {
            numbers[i] = code[i];
        }
        return numbers;
    }
}
