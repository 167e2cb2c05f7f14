package doppel.repair;

import doppel.align.FaceAligner;
import doppel.extract.FaceFolder;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One face through the frames of a clip, for as long as it is seen without a gap.
 *
 * <p>Landmarks are found frame by frame, so they tremble where the face stands still. Only a track knows what the
 * frames before and after say.
 *
 * <p>Book: beyond the book, whose extractor looks at every frame by itself.
 *
 * @param everyNth frames from one moment to the next
 * @param moments in the order of the clip, without a gap
 */
public record FaceTrack(int everyNth, List<Moment> moments) {

    /**
     * Further than this in one moment, in face units, is not the same face any more: a cut, or another person. A head
     * that turns as fast as it can moves half as far in a frame.
     */
    private static final double MOST_JUMP = 0.25;

    /**
     * The face in one frame.
     *
     * @param face id
     * @param frame number in the clip, from 0
     * @param landmarks in frame pixels
     */
    public record Moment(String face, int frame, Landmarks landmarks) {}

    public FaceTrack {
        moments = List.copyOf(moments);
    }

    /** The tracks of all faces of a folder, the one that begins first before the others. */
    public static List<FaceTrack> of(FaceFolder folder) {
        return of(
                folder.source().options().everyNth(),
                folder.faces().stream()
                        .map(face -> new Moment(face.id(), face.frame(), face.landmarks()))
                        .toList());
    }

    /** Each face goes to the nearest track that ended one moment before. */
    static List<FaceTrack> of(int everyNth, List<Moment> faces) {
        var tracks = new ArrayList<List<Moment>>();
        for (var face : faces) {
            nearest(tracks, face, everyNth)
                    .ifPresentOrElse(track -> track.add(face), () -> tracks.add(new ArrayList<>(List.of(face))));
        }
        return tracks.stream().map(moments -> new FaceTrack(everyNth, moments)).toList();
    }

    private static Optional<List<Moment>> nearest(List<List<Moment>> tracks, Moment face, int everyNth) {
        return tracks.stream()
                .filter(track -> last(track).frame() == face.frame() - everyNth)
                .filter(track -> jump(last(track), face) <= MOST_JUMP)
                .min(Comparator.comparingDouble(track -> jump(last(track), face)));
    }

    private static Moment last(List<Moment> track) {
        return track.get(track.size() - 1);
    }

    /** Mean way of a landmark, in face units of the earlier moment. */
    private static double jump(Moment from, Moment to) {
        var scale = FaceAligner.toFaceUnits(from.landmarks()).scale();
        return scale
                * IntStream.range(0, Landmarks.COUNT)
                        .mapToDouble(i -> from.landmarks()
                                .points()
                                .get(i)
                                .distanceTo(to.landmarks().points().get(i)))
                        .average()
                        .orElseThrow();
    }

    /** The moments from one frame to another, both included: motion over a long time hides small things. */
    public FaceTrack part(int first, int last) {
        return new FaceTrack(
                everyNth,
                moments.stream()
                        .filter(moment -> first <= moment.frame() && moment.frame() <= last)
                        .toList());
    }

    /**
     * How much the landmarks tremble: the mean length of their second difference in time, in thousandths of a face
     * unit. A face that stands still or moves evenly has 0; real motion that begins or ends adds a little.
     *
     * @return {@code NaN} for a track of fewer than three moments
     */
    public double jitter() {
        return jitter(List.of(this));
    }

    /** The same over several tracks, every moment counted alike. */
    public static double jitter(List<FaceTrack> tracks) {
        return tracks.stream()
                .flatMapToDouble(track -> IntStream.range(1, Math.max(1, track.moments.size() - 1))
                        .mapToDouble(track::tremble))
                .average()
                .orElse(Double.NaN);
    }

    private double tremble(int at) {
        var before = moments.get(at - 1).landmarks().points();
        var now = moments.get(at).landmarks().points();
        var after = moments.get(at + 1).landmarks().points();
        var sum = 0.0;
        for (int i = 0; i < Landmarks.COUNT; i++) {
            sum += before.get(i).plus(after.get(i)).distanceTo(now.get(i).times(2));
        }
        return 1000 * FaceAligner.toFaceUnits(moments.get(at).landmarks()).scale() * sum / Landmarks.COUNT;
    }

    /**
     * The same track with steadier landmarks.
     *
     * <ol>
     *   <li>Take each face apart: where it is (a similarity), and its shape in face units.
     *   <li>Put a parabola through each number over a window of moments, and take its value in the middle. A mean would
     *       cut the top off every blink and nod; a parabola bends with them.
     *   <li>Put place and shape together again.
     * </ol>
     *
     * <p>Near the ends of the track the window is cut off. Source: A. Savitzky, M. Golay, "Smoothing and
     * differentiation of data by simplified least squares procedures", 1964.
     *
     * @param window moments, odd, 5 to 31; at 3 a parabola goes through every point and changes nothing
     * @throws IllegalArgumentException if the window is another number
     */
    public FaceTrack smoothed(int window) {
        var kernel = new ParabolaKernel(window);
        if (moments.size() < 4) {
            return this; // a parabola goes through all of them
        }
        var steady = kernel.over(
                moments.stream().map(moment -> numbers(moment.landmarks())).toList());
        return new FaceTrack(
                everyNth,
                IntStream.range(0, moments.size())
                        .mapToObj(i ->
                                new Moment(moments.get(i).face(), moments.get(i).frame(), landmarks(steady.get(i))))
                        .toList());
    }

    /**
     * Place and shape: the four numbers of the similarity from face units to the frame, then 68 points in face units.
     */
    private static double[] numbers(Landmarks landmarks) {
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var place = toFaceUnits.inverse();
        var shape = landmarks.through(toFaceUnits).points().stream()
                .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()));
        return DoubleStream.concat(DoubleStream.of(place.a(), place.b(), place.dx(), place.dy()), shape)
                .toArray();
    }

    private static Landmarks landmarks(double[] numbers) {
        var place = new Similarity(numbers[0], numbers[1], numbers[2], numbers[3]);
        return new Landmarks(IntStream.range(0, Landmarks.COUNT)
                .mapToObj(i -> place.apply(new Point(numbers[4 + 2 * i], numbers[5 + 2 * i])))
                .toList());
    }
}
