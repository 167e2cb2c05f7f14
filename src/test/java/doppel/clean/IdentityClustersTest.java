package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceRecord;
import doppel.identity.Identity;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityClustersTest {

    /** Two people in one clip, in turn, and a passer-by. */
    @Test
    void twoPeopleAndAPasserByAreToldApart() {
        var people = new int[] {7, 7, 3, 7, 3, 3, 9, 7};
        var clusters = of(people, 0.6);
        assertEquals(List.of(List.of(0, 1, 3, 7), List.of(2, 4, 5)), frames(clusters));
        assertEquals(List.of(6), frames(clusters.outliers()));
        assertEquals(-1, clusters.cluster(6));
        assertEquals("8 faces: [4, 3] and 1 outliers", clusters.toString());
    }

    @Test
    void likenessIsToTheLargestCluster() {
        var clusters = of(new int[] {3, 7, 7, 7, 3, 3, 7, 9}, 0.6);
        for (int i = 0; i < 8; i++) {
            var likeness = clusters.likeness(i);
            assertTrue(clusters.cluster(i) == 0 ? likeness > 0.7 : likeness < 0.3, i + ": " + likeness);
        }
    }

    /** 50 degrees a step: the ends of the row are strangers to each other, and yet one person, over those between. */
    @Test
    void aPersonMayTurnFarInSmallSteps() {
        var turning = IntStream.range(0, 4)
                .mapToObj(step -> MadeRow.identity(50 * step))
                .toList();
        assertEquals(List.of(List.of(0, 1, 2, 3)), frames(IdentityClusters.of(records(4), turning)));
    }

    /** Two faces are too few for a person, unless there is nobody else. */
    @Test
    void theLargestClusterIsOneHoweverSmall() {
        assertEquals(List.of(List.of(0)), frames(of(new int[] {7}, 0.6)));
        assertEquals(List.of(List.of(0, 2)), frames(of(new int[] {7, 9, 7, 3}, 0.6)));
        assertEquals(List.of(), of(new int[0], 0.6).clusters());
    }

    @Test
    void theMapPutsOnePersonTogetherAndAStrangerAside() {
        var map = of(new int[] {7, 7, 7, 7, 9}, 0.6).map();
        assertEquals(5, map.size());
        for (int i = 1; i < 4; i++) {
            assertTrue(map.get(0).distanceTo(map.get(i)) < map.get(0).distanceTo(map.get(4)), map.toString());
        }
        assertEquals(1, of(new int[] {7}, 0.6).map().size());
        assertEquals(0, of(new int[0], 0.6).map().size());
    }

    /**
     * Faces of people who have a direction each, with noise of so much of its length.
     */
    private static IdentityClusters of(int[] people, double noise) {
        var random = new Random(11);
        var identities = IntStream.of(people)
                .mapToObj(person -> around(person, noise, random))
                .toList();
        return IdentityClusters.of(records(people.length), identities);
    }

    private static Identity around(int person, double noise, Random random) {
        var own = new Random(person);
        var values = new float[Identity.LENGTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (own.nextGaussian() + noise * random.nextGaussian());
        }
        return new Identity(values);
    }

    private static List<FaceRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(frame -> MadeRow.of(frame).row().face())
                .toList();
    }

    private static List<List<Integer>> frames(IdentityClusters clusters) {
        return clusters.clusters().stream().map(IdentityClustersTest::frames).toList();
    }

    private static List<Integer> frames(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::frame).toList();
    }
}
