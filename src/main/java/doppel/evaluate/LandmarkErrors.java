package doppel.evaluate;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.JsonLines;
import doppel.geometry.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far the landmarks of a rendered person lie from their exact places.
 *
 * <p>All numbers are percent of the distance between the outer corners of the eyes, as is custom: so a face close by and
 * one far away can be compared.
 *
 * <p>Book: chapter 5, the landmarks; the exact places are beyond the book. Source: C. Sagonas et al., 2013, for the
 * measure.
 */
public final class LandmarkErrors {

    private static final int JAW_END = 17;
    private static final int RIGHT_CORNER = 36;
    private static final int LEFT_CORNER = 45;

    /**
     * A mean and its standard deviation over faces.
     *
     * @param mean percent of the eyes' distance
     * @param deviation likewise
     */
    public record Spread(double mean, double deviation) {

        private static Spread of(double[] values) {
            var mean = Arrays.stream(values).average().orElse(0);
            var square = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            return new Spread(mean, Math.sqrt(square));
        }

        @Override
        public String toString() {
            return "%.1f ± %.1f %%".formatted(mean, deviation);
        }
    }

    /** What is needed of a line of a label file. */
    private record Label(int frame, List<List<Double>> landmarks) {}

    private final List<double[]> faces;

    /**
     * @param faces errors of the 68 points of each face, in the order of the clip, percent
     * @throws IllegalArgumentException if there is no face, or one has not 68 errors
     */
    LandmarkErrors(List<double[]> faces) {
        this.faces = List.copyOf(faces);
        if (faces.isEmpty() || faces.stream().anyMatch(face -> face.length != 68)) {
            throw new IllegalArgumentException(
                    "landmark errors need one face at least and 68 errors a face, got %d faces"
                            .formatted(faces.size()));
        }
    }

    /**
     * Compares a face folder with the labels that its clip was rendered with.
     *
     * @param labels a JSON line a frame
     * @throws IOException if the labels are not readable, or lack a frame of the folder
     */
    public static LandmarkErrors of(FaceFolder folder, Path labels) throws IOException {
        Map<Integer, Label> exact = new HashMap<>();
        for (var line : JsonLines.read(labels, Label.class)) {
            exact.put(line.value().frame(), line.value());
        }
        var faces = new ArrayList<double[]>();
        for (var face : folder.faces()) {
            if (!exact.containsKey(face.frame())) {
                throw new IOException("%s has no line for frame %d: take the labels that belong to the clip"
                        .formatted(labels.getFileName(), face.frame()));
            }
            faces.add(errors(face, exact.get(face.frame())));
        }
        return new LandmarkErrors(faces);
    }

    /** Of all points but the jaw's. */
    public Spread inner() {
        return of(JAW_END, 68);
    }

    /** Of the points from number {@code from}, included, to number {@code to}, excluded. */
    public Spread of(int from, int to) {
        return Spread.of(faces.stream()
                .mapToDouble(face -> Arrays.stream(face, from, to).average().orElse(0))
                .toArray());
    }

    /** The number of the face whose inner points are furthest off, in the order of the clip. */
    public int worst() {
        var mean = faces.stream()
                .mapToDouble(face -> Arrays.stream(face, JAW_END, 68).average().orElse(0))
                .toArray();
        return IntStream.range(0, mean.length)
                .reduce((one, other) -> mean[one] >= mean[other] ? one : other)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "landmark errors of %d faces, in %% of the eyes' distance: inner points %s, jaw %s"
                .formatted(faces.size(), inner(), of(0, JAW_END));
    }

    private static double[] errors(FaceRecord face, Label label) {
        var exact = label.landmarks().stream()
                .map(pair -> new Point(pair.get(0), pair.get(1)))
                .toList();
        var unit = exact.get(RIGHT_CORNER).distanceTo(exact.get(LEFT_CORNER));
        var found = face.landmarks().points();
        return IntStream.range(0, found.size())
                .mapToDouble(i -> 100 * found.get(i).distanceTo(exact.get(i)) / unit)
                .toArray();
    }
}
