package doppel.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.detect.SampleFrames;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FrameRecord;
import doppel.geometry.Box;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.repair.FaceswapAlignments.Face;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceswapAlignmentsTest {

    @TempDir
    static Path once;

    private static Path pictures;

    private static FaceFolder faces;

    @TempDir
    Path temp;

    @BeforeAll
    static void extract() throws IOException {
        pictures = once.resolve("pictures");
        faces = SmallClip.extract(pictures);
    }

    /** 68 points, or another number, in the text of a file. */
    private static String points(int count, String first) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? "[%s, 20.5]".formatted(first) : "[%d, %d]".formatted(10 + i, 20 + i * i % 31))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String face(String detected, String landmarks) {
        return "{\"detected\": %s, \"landmarks_2d\": %s}".formatted(detected, landmarks);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("clip_alignments.json"), text);
    }

    private void refuses(String reason, String text) throws IOException {
        var file = file(text);
        var refusal = assertThrows(IOException.class, () -> FaceswapAlignments.read(file));
        assertTrue(
                refusal.getMessage().startsWith("clip_alignments.json is not what faceswap exports: "),
                refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("export it again, as JSON"), refusal.getMessage());
    }

    private void refusesFace(String reason, String face) throws IOException {
        refuses("face 1 of frame \"clip_000003.mp4\": ", """
                {"clip_000003.mp4": [%s, %s]}""".formatted(face("[1, 2, 30, 40]", points(68, "10")), face));
        refuses(reason, "{\"clip_000003.mp4\": [%s]}".formatted(face));
    }

    @Test
    void whatIsWrittenComesBackWithinAThousandthOfAPixel() throws IOException {
        var file = temp.resolve("alignments.json");
        FaceswapAlignments.write(faces, file);
        var read = FaceswapAlignments.read(file);
        assertEquals("alignments of 8 frames with 6 faces", read.toString());
        for (var face : faces.faces()) {
            var back = read.faces(face.frame());
            assertEquals(1, back.size());
            for (int i = 0; i < Landmarks.COUNT; i++) {
                var moved = face.landmarks()
                        .points()
                        .get(i)
                        .distanceTo(back.get(0).landmarks().points().get(i));
                assertEquals(0, moved, 0.001);
            }
            assertEquals(face.box().x(), back.get(0).box().x(), 0.5);
            assertEquals(face.box().bottom(), back.get(0).box().bottom(), 0.5);
        }
        assertEquals(List.of(), read.faces(2));
    }

    @Test
    void theFileHasTheShapeThatFaceswapReads() throws IOException {
        var file = temp.resolve("alignments.json");
        FaceswapAlignments.write(faces, file);
        var tree = Json.read(file, JsonNode.class);
        var names = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(names::add);
        assertEquals(8, names.size());
        assertEquals("pictures_000001.png", names.get(0), "frames are counted from 1");
        var face = tree.get("pictures_000001.png").get(0);
        assertEquals(4, face.get("detected").size());
        assertTrue(face.get("detected").get(2).isIntegralNumber(), "left, top, right and bottom are whole pixels");
        assertEquals(68, face.get("landmarks_2d").size());
        assertEquals(2, face.get("landmarks_2d").get(0).size());
        assertEquals(0, tree.get("pictures_000003.png").size());
    }

    @Test
    void bothFormsAreRead() throws IOException {
        var exported = FaceswapAlignments.read(
                file("{\"clip_000003.mp4\": [%s]}".formatted(face("[1, -2, 31, 40]", points(68, "10")))));
        var own = FaceswapAlignments.read(file("""
                {"clip_000003.mp4": {"faces": [{"x": 1, "y": -2, "w": 30, "h": 42, "mask": {}, "identity": {},
                 "landmarks_xy": %s}], "video_meta": {}}}""".formatted(points(68, "10"))));
        assertEquals(exported, own);
        assertEquals(new Box(1, -2, 30, 42), exported.faces(2).get(0).box());
    }

    @Test
    void aFolderIsMadeOfAClipAndItsAlignmentsWithoutDetecting() throws IOException {
        var named = new LinkedHashMap<String, List<Face>>();
        for (var face : faces.faces()) {
            if (face.frame() != 4) {
                named.put("frame%d.png".formatted(face.frame()), List.of(new Face(face.box(), face.landmarks())));
            }
        }
        named.put("frame2.png", List.of());
        named.put("frame5.png", named.get("frame3.png"));
        var imported = new FaceswapAlignments(named)
                .extract(pictures, "actor-a", temp.resolve("imported"), SampleFrames.MODELS, step -> {});
        assertEquals(
                List.of("000000-0", "000001-0", "000003-0", "000006-0", "000007-0"),
                imported.faces().stream().map(FaceRecord::id).toList());
        assertEquals(8, imported.frames().size());
        assertTrue(imported.frames().get(5).damaged(), "frame 5 has no pixels, whatever the file says");
        assertEquals(0, imported.frames().get(4).faces());
        for (var face : imported.faces()) {
            var same = faces.faces().stream()
                    .filter(other -> other.id().equals(face.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(same.landmarks(), face.landmarks());
            assertEquals(same.pose().yaw(), face.pose().yaw(), 8);
            assertEquals(same.toFaceUnits().scale(), face.toFaceUnits().scale(), 1e-6);
            assertEquals(faces.mask(same).share(), imported.mask(face).share(), 0.001);
        }
        assertTrue(imported.finished());
        assertEquals(faces.source().source(), imported.source().source());
        assertEquals(
                List.of("person-mask"), List.copyOf(imported.source().models().keySet()));
    }

    @Test
    void aVideoIsKnownByTheNumbersOfItsFrames() throws IOException {
        var landmarks = faces.faces().get(0).landmarks();
        var face = new Face(Box.around(landmarks.points()), landmarks);
        var clip = SampleFrames.clip("actor-a-dirty");
        var imported = new FaceswapAlignments(Map.of("whatever_000011.mkv", List.of(face, face)))
                .extract(clip, "actor-a", temp.resolve("imported"), SampleFrames.MODELS, step -> {});
        assertEquals(
                List.of("000010-0", "000010-1"),
                imported.faces().stream().map(FaceRecord::id).toList());
        assertEquals(150, imported.frames().size());
        assertEquals(8, imported.frames().stream().filter(FrameRecord::damaged).count());
    }

    @Test
    void alignmentsOfAnotherClipLeaveNoFolder() throws IOException {
        var face = new Face(new Box(1, 2, 3, 4), faces.faces().get(0).landmarks());
        var into = temp.resolve("imported");
        var beyond = new FaceswapAlignments(Map.of("frame99.png", List.of(face)));
        var refusal = assertThrows(
                IOException.class, () -> beyond.extract(pictures, "actor-a", into, SampleFrames.MODELS, step -> {}));
        assertTrue(
                refusal.getMessage().contains("pictures has 8 frames, and \"frame99.png\" is none"),
                refusal.getMessage());
        var far = face.landmarks().through(Similarity.shifting(5000, 0));
        var outside = new FaceswapAlignments(Map.of("frame0.png", List.of(new Face(face.box(), far))));
        var away = assertThrows(
                IOException.class, () -> outside.extract(pictures, "actor-a", into, SampleFrames.MODELS, step -> {}));
        assertTrue(away.getMessage().contains("outside of its frame"), away.getMessage());
        try (var left = Files.list(temp)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void namesThatFitNoVideoSaySo() {
        var into = temp.resolve("imported");
        var clip = SampleFrames.clip("actor-a-dirty");
        for (var names : List.of(List.of("holiday.png"), List.of("a_000000.mp4"), List.of("a_000001.mp4", "b_1.mp4"))) {
            var frames = names.stream().collect(Collectors.toMap(name -> name, name -> List.<Face>of()));
            var refusal = assertThrows(IOException.class, () -> new FaceswapAlignments(frames)
                    .extract(clip, "actor-a", into, SampleFrames.MODELS, step -> {}));
            assertTrue(refusal.getMessage().contains("of actor-a-dirty.mp4: "), refusal.getMessage());
        }
    }

    @Test
    void aPickleIsNeverOpened() throws IOException {
        var pickle = Files.write(temp.resolve("clip_alignments.fsa"), new byte[] {0x78, (byte) 0x9c, 1, 2});
        var renamed = Files.write(temp.resolve("clip_alignments.json"), new byte[] {0x78, (byte) 0x9c, 1, 2});
        var bare = Files.write(temp.resolve("other.json"), new byte[] {(byte) 0x80, 4, (byte) 0x95});
        for (var file : List.of(pickle, renamed, bare)) {
            var refusal = assertThrows(IOException.class, () -> FaceswapAlignments.read(file));
            assertTrue(refusal.getMessage().contains("runs whatever program is in it"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("export it to JSON in faceswap"), refusal.getMessage());
        }
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        refuses("broken near line 1", "{\"clip_000001.mp4\": [{\"detected\": [1, 2");
        refuses("broken near line 1", "{\"clip_000001.mp4\": []");
        refuses("no JSON object", "[]");
        refuses("no JSON object", "");
        refuses("no list", "{\"clip_000001.mp4\": 7}");
        refuses("no list", "{\"clip_000001.mp4\": {\"boxes\": []}}");
        refuses("twice", "{\"clip_000001.mp4\": [], \"clip_000001.mp4\": []}");
        refuses("broken", "{\"clip_000001.mp4\": %s}".formatted("[".repeat(5000)));
        var huge = temp.resolve("huge.json");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(300_000_000);
        }
        var refusal = assertThrows(IOException.class, () -> FaceswapAlignments.read(huge));
        assertTrue(refusal.getMessage().contains("has 300000000 bytes, more than 256000000"), refusal.getMessage());
        var missing = assertThrows(IOException.class, () -> FaceswapAlignments.read(temp.resolve("no.json")));
        assertTrue(missing.getMessage().contains("is missing"), missing.getMessage());
    }

    @Test
    void aFaceThatCannotBeIsRefused() throws IOException {
        var box = "[1, 2, 30, 40]";
        refusesFace("landmarks are 68 points, got 67", face(box, points(67, "10")));
        refusesFace("landmarks are 68 points, got 0", "{\"detected\": [1, 2, 3, 4]}");
        refusesFace("landmarks are 68 points, got 0", "\"face\"");
        refusesFace("a coordinate must be a number", face(box, points(68, "\"NaN\"")));
        refusesFace("a coordinate must be a number", face(box, points(68, "null")));
        refusesFace("a coordinate must be a number", face(box, points(68, "1e400")));
        refusesFace("a coordinate must be a number", face("[1, 2, 30]", points(68, "10")));
        refusesFace("sides of 0 or more", face("[30, 2, 1, 40]", points(68, "10")));
        refusesFace("a drawn box needs an area", face("[1, 2, 1, 40]", points(68, "10")));
        refusesFace("coincide", face(box, "[" + "[5, 5],".repeat(67) + "[5, 5]]"));
        refuses("broken", "{\"clip_000001.mp4\": [%s]}".formatted(face(box, points(68, "NaN"))));
    }
}
