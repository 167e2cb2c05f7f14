package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Workbench;
import doppel.actor.Actor;
import doppel.actor.ActorRecipe;
import doppel.actor.Moment;
import doppel.align.HeadPose;
import doppel.compute.Json;
import doppel.media.Clip;
import doppel.media.FrameReader;
import doppel.provenance.Consent;
import doppel.provenance.Manifest;
import doppel.provenance.SourceType;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import doppel.provenance.Xmp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraRecorderTest {

    private static final String MODULE = "CameraRecorder";
    private static final LocalDate TODAY = LocalDate.now();
    private static final Map<String, Object> FORM = Map.of(
            "act",
            "consent",
            "alias",
            "anna",
            "statement",
            "My face may be used in my own class.",
            "expires",
            TODAY.plusYears(1).toString(),
            "train",
            true,
            "swap",
            false,
            "agreed",
            true);

    /** A person before the camera. */
    private static final BufferedImage SEEN =
            Actor.cast(ActorRecipe.preset("b"), 320).shoot(Moment.frontal()).picture();

    @TempDir
    private Path project;

    private final TestPage page = TestPage.open();
    private Workbench bench;

    @BeforeEach
    void setUp() throws IOException {
        Files.createDirectories(project.resolve("data"));
        Files.createSymbolicLink(
                project.resolve("data/models"), Path.of("data/models").toAbsolutePath());
        bench = Workbench.open(project);
        CameraRecorder.of(bench).display();
    }

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void withoutConsentNothingIsWritten() {
        page.says(MODULE, frame(0, 0), WebPicture.jpeg(SEEN));
        TestPage.until(() -> fault().equals("nothing is recorded without consent: fill in the form first"));
        assertFalse(Files.exists(project.resolve("data/footage")));
    }

    @Test
    void aFormThatIsNotTickedIsNoConsent() {
        var form = new HashMap<>(FORM);
        form.put("agreed", false);
        page.says(MODULE, form);
        TestPage.until(() -> fault().startsWith("nothing is recorded without consent: tick"));
        assertFalse(Files.exists(project.resolve("data/footage")));
        assertTrue(bench.consents().find("anna").isEmpty());
        assertEquals("consent", page.shown(MODULE).get("phase"));
    }

    @Test
    void withConsentFramesBecomeAClip() throws IOException {
        page.says(MODULE, FORM);
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("ready"));
        for (int i = 0; i < 6; i++) {
            page.says(MODULE, frame(0, i * 0.1), WebPicture.jpeg(SEEN));
        }
        TestPage.until(() -> (double) ((List<?>) page.shown(MODULE).get("coverage")).get(0) > 0);
        page.says(MODULE, Map.of("act", "stop"));
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("done"));

        var clip = project.resolve("data/footage/anna.mp4");
        assertEquals("data/footage/anna.mp4", page.shown(MODULE).get("clip"));
        assertEquals(6, Clip.probe(clip).frames());
        assertTrue(Files.exists(project.resolve("data/footage/anna/frame-000005.jpg")));
        assertEquals(SourceType.DIGITAL_CAPTURE, Xmp.of(clip).orElseThrow().sourceType());
        var manifest = Manifest.read(Manifest.beside(clip));
        assertEquals(List.of("anna"), manifest.origin().consents());
        var consent = bench.consents().find("anna").orElseThrow();
        assertEquals(Subject.PERSON, consent.subject());
        assertEquals(Set.of(Use.TRAIN), consent.uses());
        assertEquals(Optional.of(TODAY.plusYears(1)), consent.expires());
    }

    @Test
    void aClipThatCannotBeMadeIsTriedAgain() {
        page.says(MODULE, FORM);
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("ready"));
        page.says(MODULE, Map.of("act", "stop"));
        TestPage.until(() -> fault().equals("no frame of anna was taken: start the camera first"));
        assertEquals("ready", page.shown(MODULE).get("phase"));
        page.says(MODULE, frame(0, 0), WebPicture.jpeg(SEEN));
        page.says(MODULE, frame(0, 0.5), WebPicture.jpeg(SEEN));
        TestPage.until(() -> page.shown(MODULE).get("length").equals(0.5));
        page.says(MODULE, Map.of("act", "stop"));
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("done"));
        assertEquals("", fault());
    }

    @Test
    void aCellThatRunsAgainEndsTheRecordingAndKeepsItsFrames() {
        OpenWidgets.page().begin("cell");
        var recorder = CameraRecorder.of(bench);
        recorder.display();
        page.says(MODULE, FORM);
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("ready"));
        page.says(MODULE, frame(0, 0), WebPicture.jpeg(SEEN));
        TestPage.until(() -> page.shown(MODULE).get("taken").equals(1));
        OpenWidgets.page().begin("cell");
        recorder.display();
        var form = new HashMap<>(FORM);
        form.put("alias", "berta");
        page.says(MODULE, form);
        TestPage.until(() -> page.shown(MODULE).get("phase").equals("ready"));
        assertTrue(Files.exists(project.resolve("data/footage/anna/frame-000000.jpg")));
        OpenWidgets.page().begin("cell");
        OpenWidgets.page().begin("");
    }

    @Test
    void aRecordingLooksAsTheCameraSawIt() throws IOException {
        var recording = Recording.begin(bench, consent("anna"));
        recording.take(WebPicture.jpeg(SEEN), 0);
        try (var reader = FrameReader.open(recording.finish())) {
            var frame = reader.next().orElseThrow().picture();
            long difference = 0;
            // the corner where a label would be
            for (int y = 280; y < 320; y++) {
                for (int x = 160; x < 320; x++) {
                    difference += Math.abs((frame.getRGB(x, y) & 255) - (SEEN.getRGB(x, y) & 255));
                }
            }
            assertEquals(0, difference / (40.0 * 160), 6);
        }
    }

    @Test
    void framesKeepTheirTimes() throws IOException {
        var recording = Recording.begin(bench, consent("anna"));
        for (var seconds : List.of(0.0, 0.1, 0.5, 0.5, 0.9)) {
            recording.take(WebPicture.jpeg(SEEN), seconds);
        }
        assertEquals(5, recording.frames());
        try (var reader = FrameReader.open(recording.finish())) {
            reader.next();
            reader.next();
            assertEquals(0.5, reader.next().orElseThrow().seconds(), 1e-4);
            assertEquals(0.501, reader.next().orElseThrow().seconds(), 1e-4);
        }
    }

    @Test
    void whatIsNoPictureIsNotKept() throws IOException {
        var recording = Recording.begin(bench, consent("anna"));
        assertThrows(IOException.class, () -> recording.take(new byte[] {1, 2, 3}, 0));
        assertEquals(0, recording.frames());
        assertFalse(Files.exists(recording.folder()));
        assertThrows(IllegalStateException.class, recording::finish);
    }

    @Test
    void aRecordingIsNeverOverwritten() throws IOException {
        Recording.begin(bench, consent("anna")).take(WebPicture.jpeg(SEEN), 0);
        var fault = assertThrows(IllegalStateException.class, () -> Recording.begin(bench, consent("anna")));
        assertTrue(fault.getMessage().endsWith("choose another alias"), fault.getMessage());
    }

    @Test
    void anActorsAliasIsNoPersons() throws IOException {
        bench.consents()
                .add(new Consent(
                        "actor-a",
                        Subject.SYNTHETIC,
                        Set.of(Use.TRAIN),
                        TODAY,
                        Optional.empty(),
                        "an actor",
                        Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> Recording.begin(bench, consent("actor-a")));
        assertFalse(Files.exists(project.resolve("data/footage")));
    }

    @Test
    void anActorsAliasIsNoPersonsInAFreshProject() {
        for (var alias : List.of("actor-a", "actor-b")) {
            assertThrows(IllegalArgumentException.class, () -> Recording.begin(bench, consent(alias)));
            assertTrue(bench.consents().find(alias).isEmpty());
        }
    }

    @Test
    void aCameraThatIsDeniedDoesNotBlockTheAlias() throws IOException {
        Recording.begin(bench, consent("anna"));
        Recording.begin(bench, consent("anna")).take(WebPicture.jpeg(SEEN), 0);
        assertTrue(Files.exists(project.resolve("data/footage/anna/frame-000000.jpg")));
    }

    @Test
    void aConsentOfAPersonEnds() {
        var form = new HashMap<>(FORM);
        form.put("expires", "");
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> ConsentForm.read(Json.mapper().valueToTree(form), TODAY));
        assertTrue(fault.getMessage().contains("YYYY-MM-DD"), fault.getMessage());
    }

    @Test
    void aStepCountsWhenItIsShown() {
        var coverage = new Coverage();
        for (int i = 0; i < ScriptStep.ENOUGH; i++) {
            coverage.add(ScriptStep.FRONT, new HeadPose(2, 6, 0));
            coverage.add(ScriptStep.LEFT, new HeadPose(-30, 6, 0));
            coverage.add(ScriptStep.RIGHT, new HeadPose(-30, 6, 0));
            // level for this person is 6 degrees down
            coverage.add(ScriptStep.UP, new HeadPose(0, -5, 0));
            coverage.add(ScriptStep.DOWN, new HeadPose(0, 10, 0));
        }
        coverage.add(ScriptStep.SMILE, new HeadPose(0, 6, 0));
        var shares = coverage.shares();
        assertEquals(1, shares.get(ScriptStep.FRONT.ordinal()));
        assertEquals(0, shares.get(ScriptStep.LEFT.ordinal()));
        assertEquals(1, shares.get(ScriptStep.RIGHT.ordinal()));
        assertEquals(1, shares.get(ScriptStep.UP.ordinal()));
        assertEquals(0, shares.get(ScriptStep.DOWN.ordinal()));
        assertEquals(1.0 / ScriptStep.ENOUGH, shares.get(ScriptStep.SMILE.ordinal()));
    }

    private String fault() {
        return (String) page.shown(MODULE).get("fault");
    }

    private static Map<String, Object> frame(int step, double seconds) {
        return Map.of("act", "frame", "step", step, "seconds", seconds);
    }

    private static Consent consent(String alias) {
        return new Consent(
                alias,
                Subject.PERSON,
                Set.of(Use.TRAIN),
                TODAY,
                Optional.of(TODAY.plusYears(1)),
                "My face may be used in my own class.",
                Optional.empty());
    }
}
