package doppel.clean;

import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.extract.FaceRecord;
import doppel.extract.StoredPicture;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.identity.Identity;
import doppel.landmark.Landmarks;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A row of a table that nobody measured, because a test says what is in it.
 *
 * @param frame of the face, which is then called {@code 000007-0}
 * @param numbers that are not 0
 * @param landmarks in face units
 * @param histogram of gray values, {@value FaceLook#BINS} shares
 */
record MadeRow(int frame, Map<Measure, Double> numbers, Landmarks landmarks, float[] histogram, Identity identity) {

    static MadeRow of(int frame) {
        return new MadeRow(
                frame, Map.of(), landmarks(index -> new Point(index % 8 / 8.0, index / 8 / 8.0)), peak(0), identity(0));
    }

    static FaceRow with(int frame, Measure measure, double value) {
        var plain = of(frame);
        return new MadeRow(frame, Map.of(measure, value), plain.landmarks, plain.histogram, plain.identity).row();
    }

    static FaceRow with(int frame, Landmarks landmarks) {
        var plain = of(frame);
        return new MadeRow(frame, Map.of(), landmarks, plain.histogram, plain.identity).row();
    }

    static FaceRow with(int frame, float[] histogram) {
        var plain = of(frame);
        return new MadeRow(frame, Map.of(), plain.landmarks, histogram, plain.identity).row();
    }

    static FaceRow with(int frame, int cluster, Identity identity) {
        var plain = of(frame);
        return new MadeRow(frame, Map.of(Measure.CLUSTER, (double) cluster), plain.landmarks, plain.histogram, identity)
                .row();
    }

    /** All gray values of a face are in one bin. */
    static float[] peak(int bin) {
        var histogram = new float[FaceLook.BINS];
        histogram[bin] = 1;
        return histogram;
    }

    /** Two identities differ by the angle between them. */
    static Identity identity(double degrees) {
        var values = new float[Identity.LENGTH];
        values[0] = (float) Math.cos(Math.toRadians(degrees));
        values[1] = (float) Math.sin(Math.toRadians(degrees));
        return new Identity(values);
    }

    static Landmarks landmarks(IntFunction<Point> place) {
        return new Landmarks(IntStream.range(0, Landmarks.COUNT).mapToObj(place).toList());
    }

    FaceRow row() {
        var none = new StoredPicture("none.png", "0".repeat(64));
        var face = new FaceRecord(
                FaceRecord.VERSION,
                "%06d-0".formatted(frame),
                new FaceRecord.Origin(frame, frame / 25.0, 160, 160),
                new DetectedFace(
                        new Box(40, 40, 80, 80), 0.9, landmarks.points().subList(0, 6)),
                landmarks,
                Similarity.identity(),
                new HeadPose(number(Measure.YAW), number(Measure.PITCH), number(Measure.ROLL)),
                none,
                none);
        var own = new FaceMeasures(
                number(Measure.SOURCE_PIXELS),
                new Focus(number(Measure.SHARPNESS), number(Measure.SPECTRUM)),
                new FaceShape(number(Measure.MISALIGNMENT), 0, 0),
                new FaceLight(0, 0, 0, 0, 0),
                new Exposure(number(Measure.BLACK), 0),
                new Hues(number(Measure.GRAY), number(Measure.LUMA), number(Measure.GREEN), number(Measure.ORANGE)),
                1,
                new FaceLook(new byte[FaceLook.SIDE * FaceLook.SIDE * 3], histogram, 0),
                identity);
        var standing = new Standing(
                number(Measure.LIKENESS),
                (int) number(Measure.CLUSTER),
                number(Measure.NOVELTY),
                number(Measure.JUMP),
                number(Measure.COVERED));
        return new FaceRow(face, own, standing);
    }

    private double number(Measure measure) {
        return numbers.getOrDefault(measure, 0.0);
    }
}
