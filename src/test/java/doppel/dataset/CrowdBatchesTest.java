package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.dataset.CrowdFaces.Member;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every face is of one color: red says who it shows, green at which moment. */
class CrowdBatchesTest {

    private static final CropOptions CROP = CropOptions.training(32);

    /** Persons 0, 1, 2 are troupe 5, persons 3, 4 troupe 2. */
    private static final CrowdFaces CROWD = new CrowdFaces(List.of(
            member(0, 5, 0, 1, 2, 3),
            member(1, 5, 0, 1, 2),
            member(2, 5, 1, 3),
            member(3, 2, 0, 1),
            member(4, 2, 0, 7)));

    @Test
    void everyChunkDrawsItsPersonAndItsTroupeSharesTheMoment() throws InterruptedException {
        int swapped = 0;
        try (var batches = batches(2, 3, 0.5, 1)) {
            for (int step = 0; step < 60; step++) {
                try (var taken = batches.take()) {
                    var pixels = BatchPixels.copy(taken.batch(), 32);
                    assertEquals(2, taken.people().size());
                    for (int face = 0; face < 6; face++) {
                        var drawn = taken.people().get(face / 3);
                        var target = pixels.targetOf(face);
                        var input = pixels.inputOf(face);
                        assertEquals(drawn, person(target));
                        assertEquals(moment(target), moment(input));
                        assertEquals(troupe(drawn), troupe(person(input)));
                        swapped += person(input) == drawn ? 0 : 1;
                    }
                }
            }
        }
        // half of 360 are to be pairs, and a tenth of those find nobody else at their moment
        assertEquals(165, swapped, 30);
    }

    @Test
    void neverPairedMeansInputAndTargetShowOnePerson() throws InterruptedException {
        try (var batches = batches(2, 4, 0, 1)) {
            for (int step = 0; step < 20; step++) {
                try (var taken = batches.take()) {
                    var pixels = BatchPixels.copy(taken.batch(), 32);
                    assertArrayEquals(pixels.target(), pixels.input());
                }
            }
        }
    }

    @Test
    void alwaysPairedMeansSomebodyElseWhereverThereIsOne() throws InterruptedException {
        try (var batches = batches(3, 2, 1, 1)) {
            for (int step = 0; step < 40; step++) {
                try (var taken = batches.take()) {
                    var pixels = BatchPixels.copy(taken.batch(), 32);
                    for (int face = 0; face < 6; face++) {
                        var alone = Set.of(List.of(3, 1), List.of(4, 7))
                                .contains(List.of(person(pixels.targetOf(face)), moment(pixels.targetOf(face))));
                        assertEquals(alone, person(pixels.targetOf(face)) == person(pixels.inputOf(face)));
                    }
                }
            }
        }
    }

    @Test
    void aLargeTroupeComesMoreOftenAndNobodyIsLeftOut() throws InterruptedException {
        var seen = new HashSet<Integer>();
        int large = 0;
        try (var batches = batches(2, 1, 0, 1)) {
            for (int step = 0; step < 200; step++) {
                try (var taken = batches.take()) {
                    seen.addAll(taken.people());
                    large += troupe(taken.people().get(0)) == 5 ? 1 : 0;
                    assertEquals(2, new HashSet<>(taken.people()).size());
                }
            }
        }
        assertEquals(5, seen.size());
        assertEquals(0.6 * 200, large, 20);
    }

    @Test
    void ofATroupeThatIsTooSmallSomeAreDrawnTwice() throws InterruptedException {
        try (var batches = batches(4, 1, 0, 1)) {
            for (int step = 0; step < 20; step++) {
                try (var taken = batches.take()) {
                    assertEquals(4, taken.people().size());
                    assertEquals(troupe(taken.people().get(0)) == 5 ? 3 : 2, new HashSet<>(taken.people()).size());
                }
            }
        }
    }

    @Test
    void aResumedRunSeesTheSameBytes() throws InterruptedException {
        try (var batches = batches(2, 2, 0.5, 1);
                var resumed = batches(2, 2, 0.5, 9)) {
            for (int step = 1; step < 9; step++) {
                batches.take().close();
            }
            try (var through = batches.take();
                    var again = resumed.take()) {
                assertEquals(9, again.batch().step());
                assertEquals(through.people(), again.people());
                assertArrayEquals(
                        BatchPixels.copy(through.batch(), 32).input(),
                        BatchPixels.copy(again.batch(), 32).input());
            }
        }
    }

    /** The places picture of two people at one moment: what moves one moves the other. */
    @Test
    void aPairIsMovedMirroredAndRecoloredAlike() throws InterruptedException {
        var faces = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.places());
        var twins = new CrowdFaces(List.of(
                new Member(faces, List.of(4), 0),
                new Member(SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.places()), List.of(4), 0)));
        var options = AugmentOptions.faceswap().withWarp(0).withRecoloring(1);
        try (var batches = new CrowdBatches(twins, options, Emphasis.usual(), 2, 4, 1, 3, 1);
                var taken = batches.take()) {
            var pixels = BatchPixels.copy(taken.batch(), 32);
            assertArrayEquals(pixels.target(), pixels.input());
        }
    }

    @Test
    void theInputAloneIsBentAndAlsoToLandmarks() throws InterruptedException {
        for (var options : List.of(
                AugmentOptions.none().withWarp(0.03), AugmentOptions.none().withToLandmarks(1))) {
            var faces = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.places());
            var one = new CrowdFaces(List.of(new Member(faces, List.of(4), 0)));
            try (var batches = new CrowdBatches(one, options, Emphasis.usual(), 1, 2, 0.5, 3, 1);
                    var taken = batches.take()) {
                var pixels = BatchPixels.copy(taken.batch(), 32);
                assertArrayEquals(pixels.targetOf(0), pixels.targetOf(1));
                assertTrue(Arrays.mismatch(pixels.targetOf(0), pixels.inputOf(0)) >= 0);
            }
        }
    }

    @Test
    void badInputSaysTheRemedy() {
        assertEquals(
                "a batch has two halves, but 3 people of 1 faces are 3 faces: make one of the two numbers even",
                assertThrows(IllegalArgumentException.class, () -> batches(3, 1, 0, 1))
                        .getMessage());
        assertEquals(
                "paired must be 0 to 1, got 2.0; try 0.5",
                assertThrows(IllegalArgumentException.class, () -> batches(2, 1, 2, 1))
                        .getMessage());
        var faces = CROWD.people().get(3).faces();
        assertEquals(
                "every face needs its moment, got 2 faces and 1 moments: name the frame of each face",
                assertThrows(IllegalArgumentException.class, () -> new Member(faces, List.of(1), 0))
                        .getMessage());
        assertEquals(
                "a person has one face at a moment, got one twice in [1, 1]: leave the second out",
                assertThrows(IllegalArgumentException.class, () -> new Member(faces, List.of(1, 1), 0))
                        .getMessage());
        var larger = SketchedFaces.many(1, CropOptions.training(64), Color.PINK);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new CrowdFaces(List.of(CROWD.people().get(0), new Member(larger, List.of(1), 0))))
                .getMessage()
                .startsWith("the faces of person 1 are stored or cut in another way"));
    }

    private static CrowdBatches batches(int people, int each, double paired, long firstStep) {
        return new CrowdBatches(CROWD, AugmentOptions.none(), Emphasis.usual(), people, each, paired, 7, firstStep);
    }

    private static Member member(int person, int troupe, Integer... moments) {
        var pictures = new ArrayList<BufferedImage>();
        for (var moment : moments) {
            var picture = new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR);
            var pen = picture.createGraphics();
            pen.setColor(new Color(20 * person + 20, 20 * moment + 20, 0));
            pen.fillRect(0, 0, 256, 256);
            pen.dispose();
            pictures.add(picture);
        }
        return new Member(
                SketchedFaces.of(SketchedFaces.full(), CROP, pictures.toArray(BufferedImage[]::new)),
                List.of(moments),
                troupe);
    }

    private static int person(byte[] face) {
        return (face[0] & 255) / 20 - 1;
    }

    private static int moment(byte[] face) {
        return (face[1] & 255) / 20 - 1;
    }

    private static int troupe(int person) {
        return person < 3 ? 5 : 2;
    }
}
