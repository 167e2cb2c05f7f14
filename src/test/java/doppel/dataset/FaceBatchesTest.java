package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import java.awt.Color;
import java.awt.image.DataBufferByte;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceBatchesTest {

    private static final CropOptions CROP = CropOptions.training(64);
    private static final TrainingFaces A = SketchedFaces.many(7, CROP, new Color(220, 180, 150));
    private static final TrainingFaces B = SketchedFaces.many(5, CROP, new Color(120, 90, 70));

    @Test
    void aBatchHasDirectBuffersOfTheShapesItPromises() throws InterruptedException {
        try (var batches = new FaceBatches(A, B, AugmentOptions.quick(), 4, 7, 10);
                var batch = batches.take()) {
            assertEquals(10, batch.step());
            assertTrue(batch.input().isDirect()
                    && batch.target().isDirect()
                    && batch.weights().isDirect());
            assertEquals(8 * 64 * 64 * 3, batch.input().remaining());
            assertEquals(8 * 64 * 64 * 3, batch.target().remaining());
            assertEquals(8 * 64 * 64 * Float.BYTES, batch.weights().remaining());
            assertEquals(ByteOrder.nativeOrder(), batch.weights().order());
        }
    }

    @Test
    void theFirstHalfShowsPersonAInRedGreenBlue() throws InterruptedException {
        var red = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.picture(Color.RED));
        var blue = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.picture(Color.BLUE));
        var pixels = BatchPixels.first(red, blue, AugmentOptions.none(), 2, 7);
        for (int face = 0; face < 4; face++) {
            var corner = pixels.targetOf(face);
            assertTrue((corner[face < 2 ? 0 : 2] & 255) > 150, "face " + face);
            assertEquals(0, corner[face < 2 ? 2 : 0], "face " + face);
        }
    }

    @Test
    void withoutAugmentationABatchHoldsTheFacesAsTheyAre() throws InterruptedException {
        var one = SketchedFaces.of(SketchedFaces.oval(), CROP, SketchedFaces.picture(Color.ORANGE));
        var pixels = BatchPixels.first(one, B, AugmentOptions.none(), 1, 7);
        var plain = ((DataBufferByte) one.picture(0).getRaster().getDataBuffer()).getData();
        var target = pixels.targetOf(0);
        for (int i = 0; i < plain.length; i += 3) {
            assertEquals(plain[i + 2], target[i]);
            assertEquals(plain[i + 1], target[i + 1]);
            assertEquals(plain[i], target[i + 2]);
        }
    }

    @Test
    void defect13_theEncoderSeesAWarpedFaceAndTheLossTheUnwarpedOne() throws InterruptedException {
        var bent = BatchPixels.first(A, B, AugmentOptions.faceswap(), 6, 7);
        var straight = BatchPixels.first(A, B, AugmentOptions.faceswap().withWarp(0), 6, 7);
        assertArrayEquals(straight.target(), bent.target());
        assertArrayEquals(straight.weights(), bent.weights(), 0);
        assertArrayEquals(straight.target(), straight.input());
        for (int face = 0; face < 12; face++) {
            assertFalse(Arrays.equals(bent.targetOf(face), bent.inputOf(face)), "face " + face);
        }
    }

    @Test
    void defect25_fewerFacesThanTheBatchIsFine() throws InterruptedException {
        var single = SketchedFaces.many(1, CROP, Color.PINK);
        var pixels = BatchPixels.first(single, single, AugmentOptions.none(), 16, 7);
        for (int face = 0; face < 32; face++) {
            assertArrayEquals(pixels.targetOf(0), pixels.targetOf(face));
        }
    }

    @Test
    void everyFaceIsDrawnSoonerOrLater() throws InterruptedException {
        var pixels = BatchPixels.first(A, B, AugmentOptions.none(), 64, 7);
        var seen = new ArrayList<List<Byte>>();
        for (int face = 0; face < 64; face++) {
            var corner = pixels.targetOf(face);
            seen.add(List.of(corner[0], corner[1], corner[2]));
        }
        assertEquals(A.size(), seen.stream().distinct().count());
    }

    @Test
    void aResumedRunSeesTheSameBytes() throws InterruptedException {
        try (var batches = new FaceBatches(A, B, AugmentOptions.faceswap().withRecoloring(0.5), 6, 7, 1)) {
            for (int step = 1; step < 12; step++) {
                batches.take().close();
            }
            try (var twelfth = batches.take()) {
                var through = BatchPixels.copy(twelfth, 64);
                var resumed = BatchPixels.at(A, B, AugmentOptions.faceswap().withRecoloring(0.5), 6, 7, 12);
                assertEquals(12, twelfth.step());
                assertArrayEquals(through.input(), resumed.input());
                assertArrayEquals(through.target(), resumed.target());
                assertArrayEquals(through.weights(), resumed.weights(), 0);
            }
        }
    }

    @Test
    void aChangeHoldsFromTheNextBatchOn() throws InterruptedException {
        var bent = AugmentOptions.none().withWarp(0.03);
        try (var batches = new FaceBatches(A, B, AugmentOptions.none(), 3, 7, 1)) {
            for (int step = 1; step <= 4; step++) {
                batches.take().close();
            }
            batches.change(bent);
            for (int step = 5; step <= 9; step++) {
                try (var batch = batches.take()) {
                    assertEquals(step, batch.step());
                    var expected = BatchPixels.at(A, B, bent, 3, 7, step);
                    assertArrayEquals(
                            expected.input(), BatchPixels.copy(batch, 64).input());
                }
            }
        }
    }

    @Test
    void anotherSeedOrStepIsAnotherBatch() throws InterruptedException {
        var first = BatchPixels.at(A, B, AugmentOptions.quick(), 6, 7, 1);
        assertFalse(Arrays.equals(
                first.input(),
                BatchPixels.at(A, B, AugmentOptions.quick(), 6, 7, 2).input()));
        assertFalse(Arrays.equals(
                first.input(),
                BatchPixels.at(A, B, AugmentOptions.quick(), 6, 8, 1).input()));
        assertFalse(Arrays.equals(
                first.input(),
                BatchPixels.at(A, B, AugmentOptions.quick(), 6, 8, 0).input()));
    }

    @Test
    void aBatchKeepsItsPixelsUntilItIsClosed() throws InterruptedException {
        try (var batches = new FaceBatches(A, B, AugmentOptions.quick(), 3, 7, 1);
                var first = batches.take()) {
            var before = BatchPixels.copy(first, 64);
            for (int step = 2; step < 20; step++) {
                batches.take().close();
            }
            assertArrayEquals(before.input(), BatchPixels.copy(first, 64).input());
            assertArrayEquals(before.target(), BatchPixels.copy(first, 64).target());
        }
    }

    @Test
    void aBatchThatIsClosedTwiceIsGivenBackOnce() throws InterruptedException {
        try (var batches = new FaceBatches(A, B, AugmentOptions.none(), 1, 7, 1)) {
            var first = batches.take();
            first.close();
            first.close();
            var others = List.of(batches.take(), batches.take(), batches.take());
            assertEquals(3, others.stream().distinct().count());
            assertNotEquals(others.get(0).step(), others.get(2).step());
        }
    }

    @Test
    void aFailureInTheBackgroundReachesWhoeverTakes() {
        var broken = new TrainingFaces(A.window(), List.of(new TrainingFace(null, null, null, null)));
        try (var batches = new FaceBatches(A, broken, AugmentOptions.none(), 2, 7, 1)) {
            var fault = assertThrows(IllegalStateException.class, batches::take);
            assertTrue(fault.getMessage().startsWith("the next batch could not be made"), fault.getMessage());
            assertEquals(NullPointerException.class, fault.getCause().getClass());
            assertSame(
                    fault.getCause(),
                    assertThrows(IllegalStateException.class, batches::take).getCause());
        }
    }

    @Test
    void takingFromClosedBatchesSaysSo() throws InterruptedException {
        var batches = new FaceBatches(A, B, AugmentOptions.none(), 2, 7, 1);
        batches.close();
        var fault = assertThrows(IllegalStateException.class, () -> {
            for (int i = 0; i < 4; i++) {
                batches.take();
            }
        });
        assertTrue(fault.getMessage().contains("closed"), fault.getMessage());
    }

    @Test
    void badInputSaysTheRemedy() {
        var small = SketchedFaces.many(2, CropOptions.training(32), Color.PINK);
        var sizes = assertThrows(
                IllegalArgumentException.class, () -> new FaceBatches(A, small, AugmentOptions.none(), 4, 7, 1));
        assertEquals(
                "both sides must have one size, got 64 and 32 pixels: load both with one crop", sizes.getMessage());
        var none = assertThrows(
                IllegalArgumentException.class, () -> new FaceBatches(A, B, AugmentOptions.none(), 0, 7, 1));
        assertEquals("batch must be 1 to 1024 faces a side, got 0; try 16", none.getMessage());
    }
}
