package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OppositeSideTest {

    private static final CropOptions CROP = CropOptions.training(64);

    @Test
    void theNearestAreTheTenWithTheSmallestSumOfSquares() {
        var own = scattered(5, 1);
        var others = scattered(25, 2);
        var side = new OppositeSide(own, others);
        for (int number = 0; number < own.size(); number++) {
            var left = new ArrayList<>(IntStream.range(0, others.size()).boxed().toList());
            var expected = new ArrayList<Integer>();
            while (expected.size() < 10) {
                var best = left.get(0);
                for (var candidate : left) {
                    if (apart(own.face(number), others.face(candidate)) < apart(own.face(number), others.face(best))) {
                        best = candidate;
                    }
                }
                left.remove(best);
                expected.add(best);
            }
            assertArrayEquals(expected.stream().mapToInt(Integer::intValue).toArray(), side.nearest(number));
        }
    }

    @Test
    void allTenAreDrawnAndNoOther() {
        var own = scattered(1, 1);
        var others = scattered(25, 2);
        var side = new OppositeSide(own, others);
        var drawn = new HashSet<TrainingFace>();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            drawn.add(side.of(0).near(random));
        }
        assertEquals(10, drawn.size());
        for (var number : side.nearest(0)) {
            assertTrue(drawn.contains(others.face(number)));
        }
    }

    @Test
    void ofAFewFacesAllAreNear() {
        assertEquals(3, new OppositeSide(scattered(1, 1), scattered(3, 2)).nearest(0).length);
    }

    @Test
    void landmarksAreKeptInPixelsOfTheCrop() {
        var face = SketchedFaces.many(1, CROP, Color.PINK).face(0);
        var place = SketchedFaces.STORED
                .fromFaceUnits()
                .inverse()
                .then(CROP.fromFaceUnits())
                .apply(SketchedFaces.landmarks().points().get(40));
        assertEquals(place.x(), face.landmarks()[80], 1e-4);
        assertEquals(place.y(), face.landmarks()[81], 1e-4);
    }

    private static double apart(TrainingFace face, TrainingFace other) {
        double sum = 0;
        for (int i = 0; i < 136; i++) {
            sum += Math.pow(face.landmarks()[i] - other.landmarks()[i], 2);
        }
        return sum;
    }

    private static TrainingFaces scattered(int count, long seed) {
        var random = new SplittableRandom(seed);
        var landmarks = IntStream.range(0, count)
                .mapToObj(i -> new Landmarks(SketchedFaces.landmarks().points().stream()
                        .map(point -> point.plus(new Point(random.nextDouble(-9, 9), random.nextDouble(-9, 9))))
                        .toList()))
                .toList();
        return TrainingFaces.of(
                Collections.nCopies(count, SketchedFaces.picture(Color.PINK)),
                Collections.nCopies(count, SketchedFaces.oval()),
                landmarks,
                SketchedFaces.STORED,
                CROP);
    }
}
