package doppel.figure;

import doppel.geometry.Point;
import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;

/**
 * The codes of many faces as dots in a plane; some dots are the faces. To the right, the direction in which the codes
 * differ most; upwards, the one in which they differ most of what is left (principal components).
 *
 * <p>If people lie apart, the code still knows who they are, and a swap keeps the wrong person's looks. If they lie in one
 * cloud, it holds pose, expression and light alone.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the encoder.
 */
public final class CodeMap {

    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);

    private CodeMap() {}

    /**
     * @param model whose encoder is asked
     * @param people their names and faces, of the size that the network sees; at most four people, three faces in all or
     *     more. Colors go by the order of the names
     * @throws IllegalArgumentException if there are more people or fewer faces, or a face has another size
     */
    public static BufferedImage of(SwapModel model, Map<String, List<BufferedImage>> people) {
        if (people.size() > COLORS.size()) {
            throw new IllegalArgumentException(
                    "a map has %d colors, got %d people: leave some out".formatted(COLORS.size(), people.size()));
        }
        var sorted = new TreeMap<>(people);
        var faces = sorted.values().stream().flatMap(List::stream).toList();
        var dots = FaceDots.filling(plane(model.encode(faces)));
        var colors = new ArrayList<Color>();
        var sheet = FaceDots.paper();
        try (var brush = FaceDots.brush(sheet)) {
            var person = 0;
            for (var entry : sorted.entrySet()) {
                var color = COLORS.get(person);
                FaceDots.entry(brush, person++, entry.getKey(), color);
                entry.getValue().forEach(face -> colors.add(color));
            }
            for (int face = 0; face < faces.size(); face++) {
                dots.dot(brush, face, colors.get(face));
            }
            for (var face : dots.shown(farthestFirst(dots.places()))) {
                dots.face(brush, face, colors.get(face), faces.get(face));
            }
        }
        return sheet;
    }

    /**
     * Codes in the two directions of largest variance, the middle at 0, y downwards.
     *
     * @throws IllegalArgumentException if there are fewer than three
     */
    static List<Point> plane(List<float[]> codes) {
        if (codes.size() < 3) {
            throw new IllegalArgumentException("a plane needs three faces or more, got " + codes.size());
        }
        var matrix = centered(codes);
        var covariance = new Covariance(matrix).getCovarianceMatrix();
        var directions = new EigenDecompositionSymmetric(covariance)
                .getV()
                .getSubMatrix(0, matrix.getColumnDimension() - 1, 0, 1);
        var plane = matrix.multiply(directions);
        return IntStream.range(0, codes.size())
                .mapToObj(row -> new Point(plane.getEntry(row, 0), -plane.getEntry(row, 1)))
                .toList();
    }

    private static RealMatrix centered(List<float[]> codes) {
        var matrix = new Array2DRowRealMatrix(codes.size(), codes.get(0).length);
        for (int column = 0; column < matrix.getColumnDimension(); column++) {
            double sum = 0;
            for (var code : codes) {
                sum += code[column];
            }
            for (int row = 0; row < codes.size(); row++) {
                matrix.setEntry(row, column, codes.get(row)[column] - sum / codes.size());
            }
        }
        return matrix;
    }

    /** What is far out says what the directions mean. */
    private static List<Integer> farthestFirst(List<Point> places) {
        var x = places.stream().mapToDouble(Point::x).average().orElseThrow();
        var y = places.stream().mapToDouble(Point::y).average().orElseThrow();
        return IntStream.range(0, places.size())
                .boxed()
                .sorted((one, other) -> Double.compare(
                        places.get(other).distanceTo(new Point(x, y)),
                        places.get(one).distanceTo(new Point(x, y))))
                .toList();
    }
}
