package doppel.repair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.media.FrameReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceTrackTest {

    /** The mean face, 100 pixels wide, with a jaw. */
    private static final Landmarks FACE = new Landmarks(IntStream.range(0, Landmarks.COUNT)
            .mapToObj(i -> i < 17
                    ? new Point(100 + 6.0 * i, 160 + 2.5 * i)
                    : MeanFace.inner().get(i - 17).times(100).plus(new Point(100, 100)))
            .toList());

    private static FaceTrack track(int length, IntFunction<Similarity> motion) {
        return new FaceTrack(
                1,
                IntStream.range(0, length)
                        .mapToObj(i -> moment(i, FACE.through(motion.apply(i))))
                        .toList());
    }

    private static FaceTrack.Moment moment(int frame, Landmarks landmarks) {
        return new FaceTrack.Moment("%06d-0".formatted(frame), frame, landmarks);
    }

    private static double distance(FaceTrack one, FaceTrack other) {
        return IntStream.range(0, one.moments().size())
                .mapToDouble(i -> distance(
                        one.moments().get(i).landmarks(), other.moments().get(i).landmarks()))
                .average()
                .orElseThrow();
    }

    private static double distance(Landmarks one, Landmarks other) {
        return IntStream.range(0, Landmarks.COUNT)
                .mapToDouble(i -> one.points().get(i).distanceTo(other.points().get(i)))
                .average()
                .orElseThrow();
    }

    @Test
    void anEvenMotionHasNoJitter() {
        assertEquals(0, track(12, i -> Similarity.shifting(3 * i, -2 * i)).jitter(), 1e-9);
    }

    @Test
    void jitterIsTheSecondDifferenceInThousandthsOfAFaceUnit() {
        // to and fro by 1 pixel of 100: the second difference is 4 pixels
        var shaking = track(12, i -> Similarity.shifting(i % 2 == 0 ? 1 : -1, 0));
        assertEquals(40, shaking.jitter(), 1e-6);
        assertTrue(Double.isNaN(track(2, i -> Similarity.identity()).jitter()));
    }

    @Test
    void jitterCountsEveryMomentOfAllTracksAlike() {
        var shaking = track(12, i -> Similarity.shifting(i % 2 == 0 ? 1 : -1, 0));
        var still = track(7, i -> Similarity.identity());
        assertEquals(40 * 10 / 15.0, FaceTrack.jitter(List.of(shaking, still)), 1e-6);
    }

    @Test
    void theKernelIsTheOneOfSavitzkyAndGolay() {
        var weights = ParabolaKernel.weights(-2, 5);
        assertArrayEquals(new double[] {-3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0}, weights, 1e-12);
    }

    @Test
    void whatMovesAlongAParabolaIsNotChangedNotEvenAtTheEnds() {
        var thrown = track(20, i -> Similarity.shifting(2 * i, 0.3 * i * i));
        for (int window = 5; window <= 15; window += 2) {
            assertEquals(0, distance(thrown, thrown.smoothed(window)), 1e-6, "window " + window);
        }
    }

    @Test
    void noiseBecomesLess() {
        var random = new Random(7);
        var still = track(60, i -> Similarity.identity());
        var noisy = new FaceTrack(
                1,
                still.moments().stream()
                        .map(moment -> moment(
                                moment.frame(),
                                new Landmarks(moment.landmarks().points().stream()
                                        .map(point ->
                                                point.plus(new Point(random.nextGaussian(), random.nextGaussian())))
                                        .toList())))
                        .toList());
        var before = distance(still, noisy);
        // the squares of the weights of a window of 5 sum up to 17 / 35
        assertEquals(Math.sqrt(17 / 35.0), distance(still, noisy.smoothed(5)) / before, 0.05);
        assertTrue(noisy.smoothed(11).jitter() < 0.2 * noisy.jitter());
    }

    @Test
    void idsAndFramesStay() {
        var track = track(9, i -> Similarity.shifting(i, 0));
        var steady = track.smoothed(5);
        assertEquals(
                track.moments().stream().map(FaceTrack.Moment::face).toList(),
                steady.moments().stream().map(FaceTrack.Moment::face).toList());
        assertEquals(
                List.of(3, 4, 5),
                track.part(3, 5).moments().stream().map(FaceTrack.Moment::frame).toList());
    }

    @Test
    void aTrackTooShortForAParabolaStays() {
        var three = track(3, i -> Similarity.shifting(i % 2, 0));
        assertSame(three, three.smoothed(5));
    }

    @Test
    void aWindowThatCannotBeSaysWhichCan() {
        var track = track(9, i -> Similarity.identity());
        for (int window : new int[] {-1, 3, 6, 33}) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> track.smoothed(window));
            assertTrue(refusal.getMessage().contains("odd, 5 to 31 frames, got " + window), refusal.getMessage());
        }
    }

    @Test
    void aGapACutAndAnotherPersonEachBeginATrack() {
        var far = FACE.through(Similarity.shifting(200, 0));
        var faces = List.of(
                moment(0, FACE),
                moment(0, far),
                moment(1, far.through(Similarity.shifting(1, 0))),
                moment(1, FACE),
                moment(3, FACE), // a gap
                moment(4, FACE.through(Similarity.shifting(40, 0)))); // a jump
        assertEquals(
                List.of(2, 2, 1, 1),
                FaceTrack.of(1, faces).stream()
                        .map(track -> track.moments().size())
                        .toList());
        var everySecond = List.of(moment(0, FACE), moment(2, FACE), moment(4, FACE));
        assertEquals(1, FaceTrack.of(2, everySecond).size());
    }

    /** A short stretch with a blink and a turn; the numbers of whole clips are in docs/benchmarks.md. */
    @Test
    void onRenderedTruthTheDefaultWindowTakesTremblingAwayAndNotAccuracy() throws IOException {
        var labels = Files.readAllLines(SampleFrames.FOLDER.resolve("actor-a.labels.jsonl"));
        var found = new ArrayList<FaceTrack.Moment>();
        var exact = new ArrayList<FaceTrack.Moment>();
        try (var reader = FrameReader.open(SampleFrames.clip("actor-a"));
                var finder = FaceFinder.open(SampleFrames.MODELS, ExtractOptions.standard())) {
            for (var frame = reader.next(); frame.isPresent() && found.size() < 30; frame = reader.next()) {
                var number = frame.get().number();
                if (number >= 20) {
                    found.add(moment(
                            number, finder.find(frame.get().picture()).get(0).landmarks()));
                    exact.add(moment(number, exact(labels.get(number))));
                }
            }
        }
        var before = new FaceTrack(1, found);
        var truth = new FaceTrack(1, exact);
        var after = before.smoothed(Repairs.WINDOW);
        assertTrue(after.jitter() < 0.8 * before.jitter(), after.jitter() + " of " + before.jitter());
        assertTrue(
                Math.abs(after.jitter() - truth.jitter()) < Math.abs(before.jitter() - truth.jitter()),
                "%s of %s, truth %s".formatted(after.jitter(), before.jitter(), truth.jitter()));
        assertTrue(distance(truth, after) < distance(truth, before) + 0.01, distance(truth, after) + " pixels");
    }

    private static Landmarks exact(String line) throws IOException {
        var points = new ArrayList<Point>();
        Json.mapper()
                .readTree(line)
                .get("landmarks")
                .forEach(pair ->
                        points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble())));
        return new Landmarks(points);
    }
}
