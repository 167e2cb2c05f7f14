package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.image.PictureFile;
import doppel.media.Clip;
import doppel.media.FrameReader;
import doppel.provenance.Manifest;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples, made with flat people. */
class SampleSetTest {

    private static final int SIZE = 96;

    @TempDir
    static Path temp;

    private static Path samples;

    @BeforeAll
    static void makeThem() throws IOException {
        samples = temp.resolve("samples");
        new SampleSet(
                        new FlatStudio(),
                        new SampleSet.Cast(
                                FlatStudio.recipe("actor-a", 1),
                                FlatStudio.recipe("actor-b", 2),
                                FlatStudio.recipe("actor-c", 3)),
                        60,
                        60,
                        TakeOptions.standard().withSize(SIZE))
                .make(samples, temp.resolve("work"), (name, step) -> {});
    }

    @Test
    void clipsHaveSoundAndALineOfLabelsAFrame() throws IOException {
        var clip = Clip.probe(samples.resolve("actor-a.mp4"));
        assertEquals(60, clip.frames());
        assertEquals(25, clip.framesPerSecond(), .01);
        assertTrue(clip.sound());
        var lines = lines("actor-a.labels.jsonl");
        assertEquals(60, lines.size());
        var line = lines.get(40);
        assertEquals(40, line.get("frame").asInt());
        assertEquals(1.6, line.get("seconds").asDouble(), 1e-9);
        assertEquals(68, line.get("landmarks").size());
        assertEquals(3, line.get("poseRadians").size());
        var moment = Performance.of("a").at(1.6);
        assertEquals(
                moment.yaw() * Math.PI / 180, line.get("poseRadians").get(0).asDouble(), 1e-4);
        assertEquals(
                moment.expression().get("jawOpen"),
                line.get("expression").get("jawOpen").asDouble(),
                .001);
    }

    @Test
    void anActorOfTheSamplesCanBeOpened() throws IOException {
        for (var name : ActorClip.NAMES) {
            assertEquals("actor-" + name, ActorClip.sample(samples, name).alias());
        }
    }

    @Test
    void aRecipeReadsBackAsItself() throws IOException {
        assertEquals(FlatStudio.recipe("actor-c", 3), RecipeFile.read(samples.resolve("actor-c.recipe.json")));
    }

    @Test
    void truthIsListedWithMasksAndLandmarks() throws IOException {
        var truth = lines("truth/truth.jsonl");
        assertEquals(48, truth.size());
        for (var line : truth) {
            assertTrue(line.get("targetFrame").asInt() < 60);
            assertEquals(
                    SIZE,
                    PictureFile.read(
                                    samples.resolve("truth/" + line.get("truth").asText()))
                            .getWidth());
            assertTrue(PictureFile.readMask(
                                    samples.resolve("truth/" + line.get("mask").asText()))
                            .share()
                    > .1);
            assertEquals(68, line.get("landmarks").size());
        }
        var held = lines("held/held.jsonl");
        assertEquals(12, held.size());
        assertTrue(
                Files.exists(samples.resolve("held/" + held.get(3).get("target").asText())));
    }

    @Test
    void theDirtyClipHasEveryFaultAndTheReaderFindsTheLostFrames() throws IOException {
        var counts = new EnumMap<Fault, Integer>(Fault.class);
        var lost = new ArrayList<Integer>();
        for (var line : lines("actor-a-dirty.labels.jsonl")) {
            var fault = Json.mapper().treeToValue(line.get("fault"), Fault.class);
            counts.merge(fault, 1, Integer::sum);
            if (fault == Fault.TRUNCATED) {
                lost.add(line.get("frame").asInt());
            }
            assertEquals(fault == Fault.SECOND_FACE, line.has("secondLandmarks"));
        }
        assertEquals(Fault.values().length, counts.size(), counts.toString());
        assertEquals(150, counts.values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(142, lost.get(0));
        assertEquals(8, lost.size(), lost.toString());
        try (var reader = FrameReader.open(samples.resolve("actor-a-dirty.mp4"))) {
            var good = 0;
            while (reader.next().isPresent()) {
                good++;
            }
            assertEquals(142, good);
            assertEquals(
                    lost, reader.damaged().stream().map(frame -> frame.number()).toList());
        }
    }

    @Test
    void everyClipHasAManifestThatFits() throws IOException {
        for (var name : List.of("actor-a", "actor-b", "actor-a-dirty")) {
            assertEquals(
                    List.of(),
                    Manifest.read(samples.resolve(name + ".manifest.json")).check(samples));
        }
    }

    @Test
    void sumsNameEveryFileAndNothingIsLeftOver() throws IOException {
        var sums = Files.readAllLines(samples.resolve("SHA256SUMS"));
        for (var line : sums) {
            assertEquals(line.substring(0, 64), Sha256.of(samples.resolve(line.substring(66))), line);
        }
        try (var files = Files.walk(samples)) {
            var all = files.filter(Files::isRegularFile).toList();
            assertEquals(all.size() - 1, sums.size());
            assertFalse(all.stream().anyMatch(file -> file.toString().contains(".part")), all.toString());
        }
    }

    @Test
    void aSecondCallRendersNothing() throws IOException {
        var studio = new FlatStudio();
        var recipe = FlatStudio.recipe("actor-a", 1);
        var take = Take.open(
                temp.resolve("work/a"),
                List.of(recipe),
                Performance.of("a"),
                TakeOptions.standard().withSize(SIZE).withParts(true));
        take.film(studio.seat(recipe, SIZE), List.of(0, 30, 59), step -> {});
        assertEquals(0, studio.shots());
    }

    @Test
    void aClipTooShortForTheTruthIsRefused() {
        var cast = SampleSet.Cast.shipped();
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new SampleSet(new FlatStudio(), cast, 60, 47, TakeOptions.standard()));
        assertEquals("frames of b must be 48 or more, got 47; try 360", refused.getMessage());
    }

    private static List<JsonNode> lines(String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(samples.resolve(name))) {
            lines.add(Json.mapper().readTree(line));
        }
        return lines;
    }
}
