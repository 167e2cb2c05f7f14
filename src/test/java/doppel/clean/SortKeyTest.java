package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each key sorts and groups faces that differ in nothing but what it looks at. */
class SortKeyTest {

    private static final List<String> FACESWAP = List.of(
            "blur",
            "blur-fft",
            "distance",
            "face",
            "face-cnn",
            "face-cnn-dissim",
            "yaw",
            "pitch",
            "roll",
            "hist",
            "hist-dissim",
            "color-black",
            "color-gray",
            "color-luma",
            "color-green",
            "color-orange",
            "size");

    @Test
    void faceswapsSeventeenKeysAndFourOfOursHaveNames() {
        var labels = Arrays.stream(SortKey.values()).map(SortKey::label).toList();
        assertEquals(FACESWAP, labels.subList(0, 17));
        assertEquals(List.of("novelty", "likeness", "covered", "jump"), labels.subList(17, labels.size()));
        assertEquals(SortKey.BLUR_FFT, SortKey.named("blur-fft"));
        var error = assertThrows(IllegalArgumentException.class, () -> SortKey.named("sharpness"));
        assertTrue(error.getMessage().contains("color-orange"), error.getMessage());
    }

    @Test
    void blurSortsTheSharpestFirst() {
        sortsHighestFirst(SortKey.BLUR, Measure.SHARPNESS, 100, 300, 200);
    }

    @Test
    void blurGroupsBySharpness() {
        groupsInSteps(SortKey.BLUR, Measure.SHARPNESS, 100);
    }

    @Test
    void blurFftSortsTheSharpestFirst() {
        sortsHighestFirst(SortKey.BLUR_FFT, Measure.SPECTRUM, 3, 5, 4);
    }

    @Test
    void blurFftGroupsBySpectrum() {
        groupsInSteps(SortKey.BLUR_FFT, Measure.SPECTRUM, 1);
    }

    @Test
    void distanceSortsTheBestAlignedFirst() {
        var rows = rows(Measure.MISALIGNMENT, 0.04, 0.09, 0.03);
        assertEquals(List.of(2, 0, 1), sorted(SortKey.DISTANCE, rows));
    }

    @Test
    void distanceGroupsByMisalignment() {
        groupsInSteps(SortKey.DISTANCE, Measure.MISALIGNMENT, 0.02);
    }

    @Test
    void yawSortsTheHighestAngleFirst() {
        sortsHighestFirst(SortKey.YAW, Measure.YAW, -20, 30, 0);
    }

    @Test
    void pitchSortsTheHighestAngleFirst() {
        sortsHighestFirst(SortKey.PITCH, Measure.PITCH, -20, 30, 0);
    }

    @Test
    void rollSortsTheHighestAngleFirst() {
        sortsHighestFirst(SortKey.ROLL, Measure.ROLL, -20, 30, 0);
    }

    @Test
    void yawGroupsDivideTheHalfTurn() {
        groupsTheHalfTurn(SortKey.YAW, Measure.YAW);
    }

    @Test
    void pitchGroupsDivideTheHalfTurn() {
        groupsTheHalfTurn(SortKey.PITCH, Measure.PITCH);
    }

    @Test
    void rollGroupsDivideTheHalfTurn() {
        groupsTheHalfTurn(SortKey.ROLL, Measure.ROLL);
    }

    @Test
    void sizeSortsTheLargestFirst() {
        sortsHighestFirst(SortKey.SIZE, Measure.SOURCE_PIXELS, 90, 400, 200);
    }

    @Test
    void sizeGroupsByPixels() {
        groupsInSteps(SortKey.SIZE, Measure.SOURCE_PIXELS, 100);
    }

    @Test
    void colorGraySortsTheLightestFirst() {
        sortsHighestFirst(SortKey.COLOR_GRAY, Measure.GRAY, 20, 250, 120);
    }

    /** Gray values go to 255: steps that ended at 100 would have no place for most faces. */
    @Test
    void colorGrayGroupsTheWholeScale() {
        groupsInSteps(SortKey.COLOR_GRAY, Measure.GRAY, 51);
    }

    @Test
    void colorLumaSortsTheLightestFirst() {
        sortsHighestFirst(SortKey.COLOR_LUMA, Measure.LUMA, 20, 250, 120);
    }

    @Test
    void colorLumaGroupsTheWholeScale() {
        groupsInSteps(SortKey.COLOR_LUMA, Measure.LUMA, 51);
    }

    @Test
    void colorGreenSortsTheGreenestFirst() {
        sortsHighestFirst(SortKey.COLOR_GREEN, Measure.GREEN, -20, 12, 3);
    }

    @Test
    void colorGreenGroupsNegativeValuesToo() {
        var groups = SortKey.COLOR_GREEN.order().grouped(rows(Measure.GREEN, -20, 20, 1), 4);
        assertEquals(Map.of("-20 to -10", List.of(0), "0 to 10", List.of(2), "10 to 20", List.of(1)), frames(groups));
    }

    @Test
    void colorOrangeSortsTheMostOrangeFirst() {
        sortsHighestFirst(SortKey.COLOR_ORANGE, Measure.ORANGE, -20, 60, 30);
    }

    @Test
    void colorOrangeGroupsBySteps() {
        groupsInSteps(SortKey.COLOR_ORANGE, Measure.ORANGE, 20);
    }

    @Test
    void colorBlackSortsTheBlackestFirst() {
        sortsHighestFirst(SortKey.COLOR_BLACK, Measure.BLACK, 0, 0.9, 0.5);
    }

    /** More than 80 % black is a group like any other, and so is all black. */
    @Test
    void colorBlackGroupsUpToAllBlack() {
        var groups = SortKey.COLOR_BLACK.order().grouped(rows(Measure.BLACK, 0, 0.81, 1, 0.5), 5);
        assertEquals(
                Map.of("0.0 to 0.2", List.of(0), "0.4 to 0.6", List.of(3), "0.8 to 1.0", List.of(1, 2)),
                frames(groups));
    }

    @Test
    void noveltyLikenessCoveredAndJumpSortTheGoodEndFirst() {
        sortsHighestFirst(SortKey.NOVELTY, Measure.NOVELTY, 1, 9, 5);
        sortsHighestFirst(SortKey.LIKENESS, Measure.LIKENESS, 0.1, 0.9, 0.5);
        assertEquals(List.of(0, 2, 1), sorted(SortKey.COVERED, rows(Measure.COVERED, 0, 0.9, 0.5)));
        assertEquals(List.of(0, 2, 1), sorted(SortKey.JUMP, rows(Measure.JUMP, 0, 0.9, 0.5)));
    }

    @Test
    void noveltyLikenessCoveredAndJumpGroupBySteps() {
        groupsInSteps(SortKey.NOVELTY, Measure.NOVELTY, 2);
        groupsInSteps(SortKey.LIKENESS, Measure.LIKENESS, 0.2);
        groupsInSteps(SortKey.COVERED, Measure.COVERED, 0.2);
        groupsInSteps(SortKey.JUMP, Measure.JUMP, 0.05);
    }

    /** What lies on the edge of two steps is in the upper one. */
    @Test
    void theLowestFaceIsInTheFirstGroupAndTheHighestInTheLast() {
        var groups = SortKey.BLUR.order().grouped(rows(Measure.SHARPNESS, 4, 0, 2, 1, 3), 2);
        assertEquals(
                List.of(List.of(1, 3), List.of(0, 2, 4)),
                List.copyOf(frames(groups).values()));
    }

    @Test
    void facesOfOneValueAreOneGroup() {
        var groups = SortKey.SIZE.order().grouped(rows(Measure.SOURCE_PIXELS, 200, 200), 5);
        assertEquals(1, groups.size());
        assertEquals(2, groups.get(0).faces().size());
    }

    @Test
    void whatCouldNotBeMeasuredComesLast() {
        var rows = rows(Measure.SPECTRUM, Double.NaN, 3, 5);
        assertEquals(List.of(2, 1, 0), sorted(SortKey.BLUR_FFT, rows));
        var groups = frames(SortKey.BLUR_FFT.order().grouped(rows, 2));
        assertEquals(List.of("3 to 4", "4 to 5", "not measured"), List.copyOf(groups.keySet()));
        assertEquals(1, SortKey.BLUR_FFT.order().grouped(rows.subList(0, 1), 2).size());
    }

    @Test
    void noFacesAreNoGroups() {
        for (var key : SortKey.values()) {
            assertEquals(List.of(), key.order().sorted(List.of()), key.label());
            assertEquals(List.of(), key.order().grouped(List.of(), 5), key.label());
        }
    }

    /** From the first face to the nearest identity, and on. */
    @Test
    void faceSortsLikeBesideLike() {
        assertEquals(List.of(0, 2, 3, 1, 4), sorted(SortKey.FACE, people()));
    }

    @Test
    void faceGroupsPeopleAndWhoIsLikeNobody() {
        var groups = frames(SortKey.FACE.order().grouped(people(), 5));
        assertEquals(List.of("person 1", "person 2", "like no other"), List.copyOf(groups.keySet()));
        assertEquals(List.of(List.of(0, 2), List.of(1, 3), List.of(4)), List.copyOf(groups.values()));
    }

    @Test
    void faceCnnSortsLikeBesideLike() {
        assertEquals(List.of(0, 2, 4, 3, 1), sorted(SortKey.FACE_CNN, opened(0, 0.9, 0.1, 0.8, 0.2)));
    }

    /** Only the mouth differs: one landmark of the jaw, compared in place of all, would put all into one group. */
    @Test
    void faceCnnGroupsByAllLandmarks() {
        var groups = SortKey.FACE_CNN.order().grouped(opened(0, 0.9, 0.01, 0.91, 0.02), 5);
        assertEquals(
                List.of(List.of(0, 2, 4), List.of(1, 3)),
                List.copyOf(frames(groups).values()));
    }

    @Test
    void faceCnnDissimSortsTheMostUnusualFirst() {
        assertEquals(3, sorted(SortKey.FACE_CNN_DISSIM, opened(0, 0.1, 0.2, 1)).get(0));
    }

    @Test
    void faceCnnDissimGroupsLikeFaceCnn() {
        var rows = opened(0, 0.9, 0.01, 0.91, 0.02);
        assertEquals(
                SortKey.FACE_CNN.order().grouped(rows, 5),
                SortKey.FACE_CNN_DISSIM.order().grouped(rows, 5));
    }

    @Test
    void histSortsLikeBesideLike() {
        assertEquals(List.of(0, 2, 4, 3, 1), sorted(SortKey.HIST, mixed(0, 1, 0.2, 0.8, 0.4)));
    }

    @Test
    void histGroupsByGrayValues() {
        var groups = SortKey.HIST.order().grouped(mixed(0, 1, 0.01, 0.99, 0.02), 5);
        assertEquals(
                List.of(List.of(0, 2, 4), List.of(1, 3)),
                List.copyOf(frames(groups).values()));
    }

    @Test
    void histDissimSortsTheMostUnusualFirst() {
        assertEquals(3, sorted(SortKey.HIST_DISSIM, mixed(0, 0.1, 0.2, 1)).get(0));
    }

    @Test
    void histDissimGroupsLikeHist() {
        var rows = mixed(0, 1, 0.01, 0.99, 0.02);
        assertEquals(
                SortKey.HIST.order().grouped(rows, 5),
                SortKey.HIST_DISSIM.order().grouped(rows, 5));
    }

    /** Bhattacharyya's distance in Hellinger's form: the root of 1 less the sum of the roots of the products. */
    @Test
    void histogramsThatShareNothingAreOneApart() {
        var vectors =
                mixed(0, 1, 0.5).stream().map(NearestOrder.histogram().vector()).toList();
        var distance = new VectorDistance(vectors);
        assertEquals(1, distance.between(0, 1), 1e-3);
        assertEquals(Math.sqrt(1 - Math.sqrt(0.5)), distance.between(0, 2), 1e-3);
    }

    @Test
    void thereAreNoMoreGroupsThanAskedFor() {
        var rows = mixed(0, 0.2, 0.4, 0.6, 0.8, 1);
        assertEquals(2, SortKey.HIST.order().grouped(rows, 2).size());
        assertEquals(1, SortKey.HIST.order().grouped(rows, 1).size());
    }

    @Test
    void everyKeySortsAndGroupsEachFaceOnce() {
        var rows = rows(Measure.SHARPNESS, 3, 1, 2, 5, 4);
        for (var key : SortKey.values()) {
            var all = IntStream.range(0, 5).boxed().toList();
            assertEquals(all, sorted(key, rows).stream().sorted().toList(), key.label());
            var grouped = frames(key.order().grouped(rows, 3)).values().stream().flatMap(List::stream);
            assertEquals(all, grouped.sorted().toList(), key.label());
        }
    }

    /** Three faces, the second with the highest value and the third between. */
    private static void sortsHighestFirst(SortKey key, Measure measure, double low, double high, double middle) {
        assertEquals(List.of(1, 2, 0), sorted(key, rows(measure, low, high, middle)), key.label());
    }

    /** Values from 0 to 5 steps, each face but the last in a step of its own. */
    private static void groupsInSteps(SortKey key, Measure measure, double step) {
        var rows = rows(measure, 2.5 * step, 0, step * 1.5, step * 4.5, 3.5 * step, 5 * step);
        var groups = frames(key.order().grouped(rows, 5));
        assertEquals(
                List.of(List.of(1), List.of(2), List.of(0), List.of(4), List.of(3, 5)), List.copyOf(groups.values()));
        var first = groups.keySet().iterator().next().split(" to ");
        assertEquals(0, Double.parseDouble(first[0]), 1e-9);
        assertEquals(step, Double.parseDouble(first[1]), 0.051 * step);
    }

    private static void groupsTheHalfTurn(SortKey key, Measure measure) {
        var groups = frames(key.order().grouped(rows(measure, -31, 29, -9, 9, 0, -100), 9));
        assertEquals(List.of("-90 to -70", "-50 to -30", "-10 to 10", "10 to 30"), List.copyOf(groups.keySet()));
        assertEquals(List.of(List.of(5), List.of(0), List.of(2, 3, 4), List.of(1)), List.copyOf(groups.values()));
    }

    private static List<FaceRow> rows(Measure measure, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(frame -> MadeRow.with(frame, measure, values[frame]))
                .toList();
    }

    /** Two people in turn, and somebody else. */
    private static List<FaceRow> people() {
        return List.of(
                MadeRow.with(0, 0, MadeRow.identity(0)),
                MadeRow.with(1, 1, MadeRow.identity(85)),
                MadeRow.with(2, 0, MadeRow.identity(10)),
                MadeRow.with(3, 1, MadeRow.identity(80)),
                MadeRow.with(4, -1, MadeRow.identity(170)));
    }

    /** Faces whose mouths are open by so much, in face units; everything else is where it was. */
    private static List<FaceRow> opened(double... openings) {
        return IntStream.range(0, openings.length)
                .mapToObj(frame -> MadeRow.with(frame, mouth(openings[frame])))
                .toList();
    }

    private static Landmarks mouth(double opening) {
        return MadeRow.landmarks(index -> index < 48 ? new Point(0.5, 0.5) : new Point(0.5, 0.5 + opening));
    }

    /** Faces of two gray values, with so much of the second one. */
    private static List<FaceRow> mixed(double... shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(frame -> {
                    var histogram = new float[FaceLook.BINS];
                    histogram[3] = (float) (1 - shares[frame]);
                    histogram[40] = (float) shares[frame];
                    return MadeRow.with(frame, histogram);
                })
                .toList();
    }

    private static List<Integer> sorted(SortKey key, List<FaceRow> rows) {
        return key.order().sorted(rows).stream().map(FaceRecord::frame).toList();
    }

    private static Map<String, List<Integer>> frames(List<FaceGroup> groups) {
        var frames = new LinkedHashMap<String, List<Integer>>();
        groups.forEach(group -> frames.put(
                group.label(), group.faces().stream().map(FaceRecord::frame).toList()));
        return frames;
    }
}
