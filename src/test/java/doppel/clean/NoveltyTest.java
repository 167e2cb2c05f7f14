package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoveltyTest {

    private static final int LENGTH = FaceLook.SIDE * FaceLook.SIDE * 3;

    /** Gray pictures: the most different come first, and each is compared with those before it only. */
    @Test
    void noveltyIsTheDistanceToTheNearestBefore() {
        var looks = Arrays.stream(new int[] {100, 101, 200, 140})
                .mapToObj(NoveltyTest::plain)
                .toList();
        // order: 100, then 200, then 140, which is 40 from 100, then 101
        assertArrayEquals(new double[] {100, 1, 100, 40}, Novelty.of(looks), 1e-12);
    }

    @Test
    void facesAboveALimitDifferFromEachOther() {
        var looks = wandering();
        var distance = new LookDistance(looks);
        for (var limit : List.of(2.0, 5.0, 9.0)) {
            var kept = atLeast(limit, looks);
            for (var a : kept) {
                for (var b : kept) {
                    assertTrue(a.equals(b) || distance.between(a, b) >= limit, a + " and " + b + " above " + limit);
                }
            }
        }
    }

    @Test
    void everyOtherFaceLooksLikeOneOfThem() {
        var looks = wandering();
        var distance = new LookDistance(looks);
        for (var limit : List.of(2.0, 5.0, 9.0)) {
            var kept = atLeast(limit, looks);
            assertTrue(kept.size() > 1 && kept.size() < looks.size(), kept.size() + " kept above " + limit);
            for (int face = 0; face < looks.size(); face++) {
                var other = face;
                assertTrue(
                        kept.stream().anyMatch(one -> one == other || distance.between(one, other) < limit),
                        face + " below " + limit);
            }
        }
    }

    @Test
    void aCopyHasNoNoveltyAndOneOfSeveralStays() {
        var novelty = Novelty.of(Collections.nCopies(4, plain(90)));
        assertArrayEquals(new double[] {10, 0, 0, 0}, novelty, 1e-12);
        assertEquals(0, Novelty.of(List.of()).length);
    }

    /** Two faces are told apart by their blocks first; where blocks are alike, pixels still count. */
    @Test
    void looksAreComparedPixelByPixel() {
        var checkered = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            checkered[i] = (byte) (i / 3 % 2 == 0 ? 80 : 120);
        }
        var distance = new LookDistance(List.of(plain(100), new FaceLook(checkered, new float[FaceLook.BINS], 0)));
        assertEquals(20, distance.between(0, 1), 1e-12);
        assertTrue(distance.between(0, 1, 5) >= 5);
    }

    @Test
    void brightPixelsAreNotNegative() {
        assertEquals(255, new LookDistance(List.of(plain(0), plain(255))).between(0, 1), 1e-12);
    }

    private static List<Integer> atLeast(double limit, List<FaceLook> looks) {
        var novelty = Novelty.of(looks);
        return IntStream.range(0, looks.size())
                .filter(face -> novelty[face] >= limit)
                .boxed()
                .toList();
    }

    private static FaceLook plain(int gray) {
        var pixels = new byte[LENGTH];
        Arrays.fill(pixels, (byte) gray);
        return new FaceLook(pixels, new float[FaceLook.BINS], 0);
    }

    /** 150 pictures of eight stripes whose grays change a little from one to the next. */
    private static List<FaceLook> wandering() {
        var random = new Random(5);
        var looks = new ArrayList<FaceLook>();
        var grays = new int[] {60, 80, 100, 120, 140, 160, 180, 200};
        for (int i = 0; i < 150; i++) {
            var pixels = new byte[LENGTH];
            for (int k = 0; k < grays.length; k++) {
                grays[k] = Math.max(0, Math.min(255, grays[k] + random.nextInt(9) - 4));
            }
            for (int k = 0; k < LENGTH; k++) {
                pixels[k] = (byte) grays[k * grays.length / LENGTH];
            }
            looks.add(new FaceLook(pixels, new float[FaceLook.BINS], 0));
        }
        return looks;
    }
}
