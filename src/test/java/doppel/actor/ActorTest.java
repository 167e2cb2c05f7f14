package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Point;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final int SIZE = 192;

    private static final String CHECKSUM = "4e8229b319db41be8bb1e24454c2d0b051b5faa6f05639071c8e60201fdc8b92";

    private static final Moment TALKING = new Moment(
            1,
            Map.of("jawOpen", .45, "mouthSmileLeft", .3, "mouthSmileRight", .3),
            -14,
            4,
            3,
            6,
            0,
            Moment.Light.portrait());

    private static Actor a;
    private static Actor b;
    private static Shot talking;

    @BeforeAll
    static void cast() {
        a = Actor.cast(ActorRecipe.preset("a"), SIZE);
        b = Actor.cast(ActorRecipe.preset("b"), SIZE);
        talking = b.shoot(TALKING);
    }

    /** On any machine and with any number of threads: what changes this number changes every rendered person. */
    @Test
    void aRecipeAlwaysGivesTheSameBytes() {
        var shot = Actor.cast(ActorRecipe.preset("c"), 64).shoot(TALKING);
        assertEquals(CHECKSUM, Sha256.of(bytes(shot.picture())));
    }

    @Test
    void everyPartOfATalkingPersonIsSeen() {
        var seen = EnumSet.noneOf(Part.class);
        for (var part : talking.parts()) {
            seen.add(Part.values()[part]);
        }
        assertEquals(EnumSet.allOf(Part.class), seen);
    }

    @Test
    void landmarksLieOnTheirFeatures() {
        var marks = talking.landmarks();
        for (int i : List.of(49, 50, 51, 52, 53, 55, 56, 57, 58, 59)) {
            assertTrue(near(marks.get(i), Part.LIPS, 1), "landmark " + i + " is not on the lips");
        }
        for (int i = 60; i < 68; i++) {
            assertTrue(
                    near(marks.get(i), Part.LIPS, 2) && near(marks.get(i), Part.MOUTH, 3),
                    "landmark " + i + " is not where lips and mouth meet");
        }
        for (int i = 36; i < 48; i++) {
            assertTrue(near(marks.get(i), Part.EYES, 3), "landmark " + i + " is not at an eye");
        }
        for (int i = 17; i < 27; i++) {
            // at the inner ends hairs are so thin that no pixel is mostly hair
            var reach = i == 21 || i == 22 ? 12 : 5;
            assertTrue(near(marks.get(i), Part.BROWS, reach), "landmark " + i + " is not at a brow");
        }
        for (int i : List.of(30, 32, 33, 34)) {
            assertTrue(near(marks.get(i), Part.NOSE, 1), "landmark " + i + " is not on the nose");
        }
    }

    /** Points of the face mesh network: upper and lower lip, tip of the nose, both outer eye corners. */
    @Test
    void denseLandmarksLieOnTheirFeaturesToo() {
        Map.of(0, Part.LIPS, 17, Part.LIPS, 1, Part.NOSE, 33, Part.EYES, 263, Part.EYES)
                .forEach((point, part) -> assertTrue(
                        near(talking.dense().get(point), part, 4), "dense landmark " + point + " is not at " + part));
    }

    @Test
    void theFaceMaskCoversEyesAndMouthAndLeavesHairAndCloth() {
        for (int i = 0; i < talking.parts().length; i++) {
            var part = Part.values()[talking.parts()[i]];
            var level = talking.face().at(i % SIZE, i / SIZE);
            switch (part) {
                case EYES, LIPS -> assertTrue(level > .8, part + " has mask " + level);
                case CLOTH, BACKGROUND -> assertTrue(level < .75, part + " has mask " + level);
                default -> {}
            }
        }
    }

    @Test
    void theTruthShowsTheOtherFaceOnThisHead() {
        var truth = b.wearing(a).shoot(TALKING);
        var faces = talking.face().or(truth.face());
        var inside = 0.0;
        var outside = 0.0;
        var ownLeft = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            var off = Math.abs((talking.picture().getRGB(i % SIZE, i / SIZE) >> 8 & 255)
                    - (truth.picture().getRGB(i % SIZE, i / SIZE) >> 8 & 255));
            if (faces.at(i % SIZE, i / SIZE) > .9) {
                inside += off;
                ownLeft++;
            } else if (faces.at(i % SIZE, i / SIZE) == 0) {
                outside += off;
            }
        }
        inside /= ownLeft;
        outside /= SIZE * SIZE - ownLeft;
        assertTrue(inside > 6, "the face changed by %.2f levels only".formatted(inside));
        assertTrue(outside < .6, "all else changed by %.2f levels".formatted(outside));
    }

    @Test
    void outsideOfBothFacesAWrittenTruthIsTheTargetItself() {
        var truth = b.wearing(a).shoot(TALKING);
        var faces = talking.face().or(truth.face());
        var written = TruthFiles.onlyTheFace(talking.picture(), truth.picture(), faces);
        for (int i = 0; i < SIZE * SIZE; i++) {
            var level = faces.at(i % SIZE, i / SIZE);
            if (level == 0) {
                assertEquals(talking.picture().getRGB(i % SIZE, i / SIZE), written.getRGB(i % SIZE, i / SIZE));
            } else if (level > .5) {
                assertEquals(truth.picture().getRGB(i % SIZE, i / SIZE), written.getRGB(i % SIZE, i / SIZE));
            }
        }
    }

    /** The truth is placed as a swap is: aligned by their inner landmarks, both lie at one place. */
    @Test
    void theTruthsFaceLiesWhereTheTargetsFaceLies() {
        var own = b.shoot(Moment.frontal()).landmarks();
        var worn = b.wearing(a).shoot(Moment.frontal()).landmarks();
        var eyes = own.get(36).distanceTo(own.get(45));
        var off = Point.mean(own.subList(17, 68)).distanceTo(Point.mean(worn.subList(17, 68)));
        assertTrue(off < .02 * eyes, "the face is off by %.1f %% of the eyes' distance".formatted(100 * off / eyes));
    }

    @Test
    void aFaceCastForAnotherSizeIsRefused() {
        var smaller = Actor.cast(ActorRecipe.preset("a"), 64);
        var refused = assertThrows(IllegalArgumentException.class, () -> b.wearing(smaller));
        assertEquals(
                "actor-a was cast for 64 pixels and actor-b for 192: cast both for one size", refused.getMessage());
    }

    private static boolean near(Point point, Part part, int pixels) {
        var x = (int) point.x();
        var y = (int) point.y();
        return IntStream.rangeClosed(-pixels, pixels).anyMatch(dy -> IntStream.rangeClosed(-pixels, pixels)
                .anyMatch(dx -> talking.parts()[(y + dy) * SIZE + x + dx] == part.number()));
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
