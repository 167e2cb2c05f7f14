package doppel.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Retouch;
import doppel.landmark.Landmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairsTest {

    @TempDir
    static Path once;

    private static Path pictures;

    private static Map<String, String> untouched;

    @TempDir
    Path temp;

    private FaceFolder faces;

    @BeforeAll
    static void extract() throws IOException {
        pictures = once.resolve("pictures");
        untouched = SmallClip.contents(SmallClip.extract(pictures).path());
    }

    @BeforeEach
    void open() throws IOException {
        faces = FaceFolder.open(once.resolve("faces"));
    }

    private Repairs repairs() throws IOException {
        return Repairs.of(faces, pictures, SampleFrames.MODELS);
    }

    private static List<String> ids(FaceFolder folder) {
        return folder.faces().stream().map(FaceRecord::id).toList();
    }

    private static FaceRecord face(FaceFolder folder, String id) {
        return folder.faces().stream()
                .filter(face -> face.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double distance(Landmarks one, Landmarks other) {
        return IntStream.range(0, Landmarks.COUNT)
                .mapToDouble(i -> one.points().get(i).distanceTo(other.points().get(i)))
                .average()
                .orElseThrow();
    }

    @Test
    void aPlanWithoutRepairsCopiesEveryByte() throws IOException {
        var copy = SmallClip.contents(repairs().write(temp.resolve("copy")).path());
        assertTrue(copy.containsKey("repairs.json"), copy.keySet().toString());
        copy.remove("repairs.json");
        assertEquals(untouched, copy);
    }

    @Test
    void theFolderThatIsRepairedNeverChanges() throws IOException {
        repairs()
                .remove("000000-0")
                .copyFrom(2, 1)
                .box(3, face(faces, "000003-0").box())
                .smooth()
                .write(temp.resolve("repaired"));
        assertEquals(untouched, SmallClip.contents(faces.path()));
    }

    @Test
    void whatDidNotMoveIsCopiedByteForByte() throws IOException {
        var repaired = SmallClip.contents(
                repairs().copyFrom(2, 1).write(temp.resolve("repaired")).path());
        untouched.forEach((file, hash) -> {
            if (file.startsWith("aligned") || file.startsWith("mask")) {
                assertEquals(hash, repaired.get(file), file);
            }
        });
        assertTrue(repaired.containsKey("mask/000002-0.png"));
    }

    @Test
    void aFrameWithoutAFaceTakesTheLandmarksOfItsNeighborAndItsOwnPixels() throws IOException {
        var repaired = repairs().copyFrom(2, 1).write(temp.resolve("repaired"));
        var face = face(repaired, "000002-0");
        assertEquals(face(faces, "000001-0").landmarks(), face.landmarks());
        assertEquals(2, face.frame());
        assertEquals(List.of(), FrameCensus.of(repaired).withoutFace());
        var picture = repaired.picture(face);
        assertEquals(0xFF808080, picture.getRGB(128, 128), "frame 2 is all gray");
    }

    @Test
    void betweenTwoFramesAFaceStandsOnTheStraightWay() throws IOException {
        var repaired = repairs().between(2, 1, 4).write(temp.resolve("repaired"));
        var before = face(faces, "000001-0").landmarks().points().get(30);
        var after = face(faces, "000004-0").landmarks().points().get(30);
        var between = face(repaired, "000002-0").landmarks().points().get(30);
        assertEquals(before.x() + (after.x() - before.x()) / 3, between.x(), 0.001);
        assertEquals(before.y() + (after.y() - before.y()) / 3, between.y(), 0.001);
    }

    @Test
    void aDrawnBoxFindsAFaceThatWasRemoved() throws IOException {
        var found = face(faces, "000003-0");
        var box = found.box();
        var rough = new Box(box.x() - 6, box.y() + 5, box.width() + 8, box.height() + 4);
        var repaired = repairs().remove("000003-0").box(3, rough).write(temp.resolve("repaired"));
        var again = face(repaired, "000003-1");
        var error = distance(found.landmarks(), again.landmarks());
        assertTrue(error < 0.03 * found.landmarks().eyeDistance(), "off by " + error);
        assertEquals(rough, again.box());
    }

    @Test
    void aDrawnBoxOverAFaceReplacesIt() throws IOException {
        var shifted = face(faces, "000003-0").box();
        var box = new Box(shifted.x() + 5, shifted.y(), shifted.width(), shifted.height());
        var repaired = repairs().box(3, box).write(temp.resolve("repaired"));
        assertEquals(ids(faces), ids(repaired));
        assertEquals(box, face(repaired, "000003-0").box());
    }

    @Test
    void aBoxWithoutAFaceSaysWhatToDo() throws IOException {
        var repairs = repairs();
        var refusal = assertThrows(IllegalArgumentException.class, () -> repairs.box(2, new Box(50, 60, 100, 100)));
        assertTrue(refusal.getMessage().contains("box at 50, 60 of 100 x 100 pixels in frame 2"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("copy from a neighbor"), refusal.getMessage());
    }

    @Test
    void landmarksByHandMoveTheFaceAndItsPose() throws IOException {
        var tilted = face(faces, "000000-0").landmarks();
        var nose = tilted.points().get(30);
        var turn = Similarity.shifting(-nose.x(), -nose.y())
                .then(Similarity.turning(20, 1))
                .then(Similarity.shifting(nose.x(), nose.y()));
        var turned = tilted.through(turn);
        var repaired = repairs().landmarks("000000-0", turned).write(temp.resolve("repaired"));
        var face = face(repaired, "000000-0");
        assertEquals(0, distance(turned, face.landmarks()), 0.001);
        assertEquals(face(faces, "000000-0").pose().roll() - 20, face.pose().roll(), 3);
        assertNotEquals(
                face(faces, "000000-0").aligned().sha256(), face.aligned().sha256());
    }

    @Test
    void landmarksOutsideOfTheFrameAreRefused() throws IOException {
        var far = face(faces, "000000-0").landmarks().through(Similarity.shifting(1000, 0));
        var repairs = repairs();
        var refusal = assertThrows(IllegalArgumentException.class, () -> repairs.landmarks("000000-0", far));
        assertTrue(refusal.getMessage().contains("outside of its frame of 256 x 256 pixels"), refusal.getMessage());
        var point = new Landmarks(Collections.nCopies(Landmarks.COUNT, new Point(9, 9)));
        assertThrows(IllegalArgumentException.class, () -> repairs.landmarks("000000-0", point));
    }

    @Test
    void aRemovedIdNeverComesBack() throws IOException {
        var first = repairs().remove("000003-0").write(temp.resolve("first"));
        assertFalse(ids(first).contains("000003-0"));
        assertEquals(List.of(2, 3), FrameCensus.of(first).withoutFace());
        var second =
                Repairs.of(first, pictures, SampleFrames.MODELS).copyFrom(3, 4).write(temp.resolve("second"));
        assertEquals(List.of("000000-0", "000001-0", "000003-1", "000004-0", "000006-0", "000007-0"), ids(second));
        assertEquals(2, RepairLog.of(second).entries().size());
    }

    @Test
    void anActSeesWhatTheActsBeforeItLeft() throws IOException {
        var repaired = repairs().copyFrom(2, 1).copyFrom(3, 2).write(temp.resolve("repaired"));
        assertEquals(
                face(faces, "000001-0").landmarks(), face(repaired, "000003-0").landmarks());
    }

    @Test
    void theLogSaysWhatWasDoneToWhichFolder() throws IOException {
        var moved = face(faces, "000006-0").landmarks();
        var plan = repairs()
                .remove("000000-0")
                .copyFrom(2, 1)
                .between(3, 1, 4)
                .box(4, face(faces, "000004-0").box())
                .landmarks("000006-0", moved)
                .smooth(7);
        var entry = RepairLog.of(plan.write(temp.resolve("repaired"))).entries().get(0);
        assertEquals(plan.list(), entry.repairs());
        assertEquals("faces", entry.from().name());
        assertEquals(untouched.get("faces.jsonl"), entry.from().sha256());
        assertEquals(List.of("000000-0"), entry.removed());
        assertEquals(List.of("000002-0"), entry.added());
        assertTrue(entry.changed().containsAll(List.of("000003-0", "000004-0", "000006-0")), entry.toString());
        assertEquals(List.of(), RepairLog.of(faces).entries());
    }

    @Test
    void decisionsGoAlongUnlessTheFaceWasPutSomewhereElse() throws IOException {
        var decided = repairs().write(temp.resolve("decided"));
        var before = Decisions.open(decided);
        before.keep("000000-0", Decisions.HAND);
        before.reject("000001-0", "workshop 2: sharp enough");
        before.reject("000003-0", Decisions.HAND);
        before.reject("000004-0", Decisions.HAND);
        var repaired = Repairs.of(decided, pictures, SampleFrames.MODELS)
                .copyFrom(3, 1)
                .remove("000004-0")
                .smooth()
                .write(temp.resolve("repaired"));
        var after = Decisions.open(repaired);
        assertEquals(Decision.KEPT, after.of("000000-0"));
        assertEquals(Decision.REJECTED, after.of("000001-0"));
        assertEquals("workshop 2: sharp enough", after.by("000001-0"));
        assertEquals(Decision.UNDECIDED, after.of("000003-0"));
        assertEquals(1, after.counts().get(Decision.REJECTED));
    }

    @Test
    void thePersonAndTheClipStayTheSameSoThatConsentHolds() throws IOException {
        var repaired = repairs().smooth().write(temp.resolve("repaired"));
        assertEquals(faces.source(), repaired.source());
        assertTrue(repaired.finished());
        var again = new FaceExtractor(SampleFrames.MODELS)
                .extract(pictures, "actor-a", repaired.path(), ExtractOptions.standard(), step -> {});
        assertEquals(repaired.faces(), again.faces());
    }

    @Test
    void anotherClipIsRefused() throws IOException {
        var other = Files.createDirectories(temp.resolve("other"));
        Files.copy(pictures.resolve("frame0.png"), other.resolve("frame0.png"));
        var refusal = assertThrows(IllegalStateException.class, () -> Repairs.of(faces, other, SampleFrames.MODELS));
        assertTrue(refusal.getMessage().contains("was extracted from pictures (SHA-256"), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("give the clip that it was extracted from"), refusal.getMessage());
    }

    @Test
    void anUnfinishedFolderIsRefused() throws IOException {
        var copy = repairs().write(temp.resolve("copy"));
        Files.delete(copy.path().resolve("finished.json"));
        var refusal = assertThrows(IllegalStateException.class, () -> Repairs.of(copy, pictures, SampleFrames.MODELS));
        assertTrue(refusal.getMessage().contains("extract again, then repair"), refusal.getMessage());
    }

    @Test
    void framesThatCannotBeMendedSayWhy() throws IOException {
        var repairs = repairs();
        var damaged = assertThrows(IllegalArgumentException.class, () -> repairs.copyFrom(5, 4));
        assertTrue(damaged.getMessage().contains("frame 5 is damaged"), damaged.getMessage());
        var beyond = assertThrows(IllegalArgumentException.class, () -> repairs.copyFrom(8, 7));
        assertTrue(beyond.getMessage().contains("not looked at frame 8"), beyond.getMessage());
        var empty = assertThrows(IllegalArgumentException.class, () -> repairs.copyFrom(1, 2));
        assertTrue(empty.getMessage().contains("frame 2 has 0 faces"), empty.getMessage());
        var order = assertThrows(IllegalArgumentException.class, () -> repairs.between(2, 3, 4));
        assertTrue(order.getMessage().contains("frame 2 must lie between"), order.getMessage());
        var unknown = assertThrows(IllegalArgumentException.class, () -> repairs.remove("000099-0"));
        assertTrue(unknown.getMessage().contains("none has the id \"000099-0\""), unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> repairs.box(5, new Box(1, 1, 9, 9)));
        assertThrows(IllegalArgumentException.class, () -> repairs.box(1, new Box(1, 1, 0, 9)));
    }

    @Test
    void aRepairThatIsStoppedLeavesNothing() throws IOException {
        var repairs = repairs().smooth();
        assertThrows(
                ArithmeticException.class,
                () -> repairs.write(temp.resolve("repaired"), step -> {
                    if (step.counts().frames() == 4) {
                        throw new ArithmeticException("stop");
                    }
                }));
        try (var left = Files.list(temp)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.writeString(temp.resolve("notes.txt"), "mine");
        var repairs = repairs();
        var refusal = assertThrows(IllegalStateException.class, () -> repairs.write(temp));
        assertTrue(refusal.getMessage().contains("it holds notes.txt"), refusal.getMessage());
        var empty = Files.createDirectories(temp.resolve("empty"));
        assertEquals(6, repairs.write(empty).faces().size());
    }

    @Test
    void aRetouchChangesPicturesAndNothingElse() throws IOException {
        var retouched = repairs()
                .retouch("darker", picture -> Retouch.lit(picture, 0.5))
                .write(temp.resolve("darker"));
        var first = faces.faces().get(0);
        var now = face(retouched, first.id());
        assertEquals(
                Retouch.lit(faces.picture(first), 0.5).getRGB(100, 100),
                retouched.picture(now).getRGB(100, 100));
        assertEquals(first.mask(), now.mask());
        assertEquals(first.landmarks(), now.landmarks());
        assertTrue(retouched.holds(now));
        assertEquals(
                List.of(new Repair.Retouch("darker")),
                RepairLog.of(retouched).entries().get(0).repairs());
    }

    @Test
    void aRetouchMustKeepTheSize() throws IOException {
        var smaller = repairs().retouch("smaller", picture -> picture.getSubimage(0, 0, 10, 10));
        var refusal = assertThrows(IllegalArgumentException.class, () -> smaller.write(temp.resolve("smaller")));
        assertTrue(refusal.getMessage().contains("10 x 10 pixels"), refusal.getMessage());
        assertFalse(Files.exists(temp.resolve("smaller")));
    }

    @Test
    void decisionsAreTakenOverInOneAct() throws IOException {
        var decisions = Decisions.open(faces);
        var ids = ids(faces);
        decisions.keep(ids.get(0), Decisions.HAND);
        decisions.reject(ids.get(1), "a rule");
        var taken = Decisions.open(repairs().write(temp.resolve("taken")));
        Files.delete(faces.path().resolve("decisions.jsonl"));
        Files.delete(faces.path().resolve("decisions.lock"));
        assertEquals(Decision.KEPT, taken.of(ids.get(0)));
        assertEquals("a rule", taken.by(ids.get(1)));
        assertEquals(2, taken.undo().size());
        assertEquals(Decision.UNDECIDED, taken.of(ids.get(1)));
    }
}
