package doppel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Workbench;
import doppel.compute.Json;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.provenance.Consent;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import doppel.train.Person;
import doppel.train.RunCard;
import doppel.train.TrainOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bad input at the terminal: one sentence with the value and the remedy, an exit code that is not 0, and everything
 * that was there before still there.
 */
class BadInputTest {

    private static final Path REAL = Path.of("").toAbsolutePath();

    @TempDir
    Path project;

    @BeforeEach
    void aProjectWithTheRealModelsAndSamples() throws IOException {
        Files.createDirectories(project.resolve("data"));
        Files.createSymbolicLink(project.resolve("data/models"), REAL.resolve("data/models"));
        Files.createSymbolicLink(project.resolve("data/samples"), REAL.resolve("data/samples"));
        System.setProperty("doppel.project", project.toString());
    }

    @AfterEach
    void forgetTheProject() throws IOException {
        Files.deleteIfExists(project.resolve("data/samples"));
        if (Files.isSymbolicLink(project.resolve("data/models"))) {
            Files.delete(project.resolve("data/models"));
        }
        System.clearProperty("doppel.project");
    }

    /**
     * @param name of the case
     * @param prepare makes the input
     * @param command with {@code {}} for the project's folder
     * @param said what the sentence must contain: the value, and the remedy
     */
    record Case(String name, Preparation prepare, String command, String... said) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Preparation {
        void in(Path project) throws IOException;
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "missing file",
                        project -> {},
                        "extract {}/gone.mp4 --person x",
                        "gone.mp4 does not exist",
                        "check the path"),
                new Case(
                        "empty folder",
                        project -> Files.createDirectory(project.resolve("empty")),
                        "extract {}/empty --person x",
                        "empty"),
                new Case(
                        "folder given as a clip",
                        project -> {
                            untrained(project);
                            consent(project, "x", Set.of(Use.SWAP), LocalDate.of(2999, 1, 1));
                            consent(project, "y", Set.of(Use.SWAP), LocalDate.of(2999, 1, 1));
                        },
                        "swap run {} --into {}/out.mp4",
                        "picture"),
                new Case(
                        "text renamed .mp4",
                        project -> Files.writeString(project.resolve("text.mp4"), "this is no clip\n".repeat(99)),
                        "extract {}/text.mp4 --person x",
                        "text.mp4"),
                new Case(
                        "clip cut off before its index",
                        project -> cut(project.resolve("cut.mp4"), 3000),
                        "extract {}/cut.mp4 --person x",
                        "cut.mp4"),
                new Case(
                        "truncated JPEG and nothing else",
                        project -> truncatedJpeg(project.resolve("pictures")),
                        "extract {}/pictures --person x",
                        "pictures"),
                new Case(
                        "picture of 100 megapixels and nothing else",
                        project -> hugePicture(project.resolve("huge")),
                        "extract {}/huge --person x",
                        "huge"),
                new Case(
                        "no face in any picture",
                        project -> noFace(project.resolve("empty-room")),
                        "extract {}/empty-room --person x",
                        "no face"),
                new Case(
                        "face folder that cannot be made",
                        project -> Files.writeString(project.resolve("file"), "in the way"),
                        "extract {}/data/samples/actor-b.mp4 --person x --every 60 --into {}/file/faces",
                        "file/faces"),
                new Case(
                        "alias with a path in it",
                        project -> {},
                        "extract {}/data/samples/actor-b.mp4 --person ../x",
                        "../x"),
                new Case(
                        "model file with another hash",
                        BadInputTest::brokenModel,
                        "extract {}/data/samples/actor-b.mp4 --person x",
                        "SHA-256",
                        "workbench setup"),
                new Case(
                        "model file missing",
                        project -> Files.delete(project.resolve("data/models")),
                        "extract {}/data/samples/actor-b.mp4 --person x",
                        "is missing",
                        "workbench setup"),
                new Case(
                        "no consent to train",
                        BadInputTest::twoFaceFolders,
                        "train {}/data/faces/x {}/data/faces/y --name run",
                        "x has no consent",
                        "consent add --alias x"),
                new Case(
                        "expired consent",
                        project -> {
                            twoFaceFolders(project);
                            consent(project, "x", Set.of(Use.TRAIN, Use.SWAP), LocalDate.of(2020, 1, 1));
                            consent(project, "y", Set.of(Use.TRAIN, Use.SWAP), LocalDate.of(2999, 1, 1));
                        },
                        "train {}/data/faces/x {}/data/faces/y --name run",
                        "2020-01-01",
                        "--replace"),
                new Case(
                        "consent for another use",
                        project -> {
                            untrained(project);
                            consent(project, "x", Set.of(Use.TRAIN), LocalDate.of(2999, 1, 1));
                        },
                        "swap run {}/data/samples/actor-b.mp4 --into {}/out.mp4",
                        "consent of x",
                        "does not permit the use swap"),
                new Case(
                        "checkpoint of another model",
                        BadInputTest::oneStep,
                        "train {}/data/faces/x {}/data/faces/y --name run --model light --steps 2",
                        "fast",
                        "light"),
                new Case(
                        "run that is not there",
                        project -> {},
                        "swap gone {}/data/samples/actor-b.mp4",
                        "gone",
                        "train first"),
                new Case(
                        "a swap that would overwrite its target",
                        project -> {
                            untrained(project);
                            consent(project, "x", Set.of(Use.SWAP), LocalDate.of(2999, 1, 1));
                            consent(project, "y", Set.of(Use.SWAP), LocalDate.of(2999, 1, 1));
                            Files.copy(REAL.resolve("data/samples/actor-b.mp4"), project.resolve("mine.mp4"));
                        },
                        "swap run {}/mine.mp4 --into {}/mine.mp4",
                        "mine.mp4",
                        "write to another file"),
                new Case(
                        "a stranger under an actor's alias",
                        project -> {
                            Files.write(
                                    project.resolve("stranger.mp4"),
                                    Files.readAllBytes(REAL.resolve("data/samples/actor-b.mp4")));
                            try (var bench = Workbench.open(project)) {
                                bench.actor("a");
                                bench.extract(
                                        project.resolve("stranger.mp4"),
                                        "actor-a",
                                        bench.faces("actor-a"),
                                        ExtractOptions.standard().withEveryNth(60),
                                        step -> {});
                            }
                        },
                        "train {}/data/faces/actor-a {}/data/faces/actor-a --name run",
                        "actor-a",
                        "alias of the person they show"),
                new Case(
                        "name of a run with a path in it",
                        project -> {},
                        "swap ../../etc {}/data/samples/actor-b.mp4",
                        "../../etc"),
                new Case("feather out of range", project -> {}, "swap run clip.mp4 --feather 3", "feather", "0.2", "3"),
                new Case("no such model", project -> {}, "train a b --name run --model huge", "huge", "fast"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badInputIsOneSentenceAndNothingIsLost(Case bad) throws IOException {
        bad.prepare.in(project);
        var before = contents();
        var said = new StringWriter();
        var arguments = bad.command.replace("{}", project.toString()).split(" ");
        var code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(said, true), arguments);
        assertNotEquals(0, code, bad.name);
        var sentence = said.toString()
                .lines()
                .filter(line -> !line.startsWith("see: "))
                .toList();
        assertEquals(1, sentence.size(), said.toString());
        assertTrue(Stream.of("Exception", "at doppel.", "null").noneMatch(sentence.get(0)::contains), sentence.get(0));
        for (var word : bad.said) {
            assertTrue(sentence.get(0).contains(word), "\"" + word + "\" is not in: " + sentence.get(0));
        }
        for (var file : before.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()), file.getKey() + " has changed");
        }
    }

    @Test
    void aMistypedCommandSaysWhereHelpIs() {
        var said = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(said, true), "exrtact"));
        assertTrue(said.toString().contains("exrtact"), said.toString());
        assertTrue(said.toString().contains("--help"), said.toString());
    }

    private Map<Path, byte[]> contents() throws IOException {
        var contents = new TreeMap<Path, byte[]>();
        try (var files = Files.walk(project)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void cut(Path file, int bytes) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(REAL.resolve("data/samples/actor-b.mp4")), bytes));
    }

    private static void truncatedJpeg(Path folder) throws IOException {
        var stream = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR), "jpg", stream);
        Files.createDirectory(folder);
        Files.write(folder.resolve("half.jpg"), Arrays.copyOf(stream.toByteArray(), stream.size() / 2));
    }

    private static void hugePicture(Path folder) throws IOException {
        var header = ByteBuffer.allocate(33);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        header.putInt(13).put("IHDR".getBytes()).putInt(10_000).putInt(10_000).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array(), 12, 17);
        header.putInt((int) crc.getValue());
        Files.createDirectory(folder);
        Files.write(folder.resolve("huge.png"), header.array());
    }

    private static void noFace(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (int i = 0; i < 3; i++) {
            var wall = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
            ImageIO.write(wall, "png", folder.resolve("wall" + i + ".png").toFile());
        }
    }

    private static void brokenModel(Path project) throws IOException {
        Files.delete(project.resolve("data/models"));
        Files.createDirectory(project.resolve("data/models"));
        Files.writeString(project.resolve("data/models/face_detection_full_range.tflite"), "not the model");
    }

    /** Faces of x and y, taken from the actors, so that everything but the consent is there. */
    private static void twoFaceFolders(Path project) throws IOException {
        try (var bench = Workbench.open(project)) {
            for (var person : new String[] {"x", "y"}) {
                bench.extract(
                        project.resolve("data/samples/actor-b.mp4"),
                        person,
                        bench.faces(person),
                        ExtractOptions.standard().withEveryNth(8),
                        step -> {});
            }
        }
    }

    private static void consent(Path project, String alias, Set<Use> uses, LocalDate expires) throws IOException {
        try (var bench = Workbench.open(project)) {
            bench.consents()
                    .add(new Consent(
                            alias,
                            Subject.PERSON,
                            uses,
                            LocalDate.of(2019, 1, 1),
                            Optional.of(expires),
                            "for a test",
                            Optional.empty()));
        }
    }

    /** A run of x and y that has weights; nobody trained it. */
    private static void untrained(Path project) throws IOException {
        try (var bench = Workbench.open(project);
                var model = SwapModel.create(ModelDesign.fast(), 1)) {
            var run = bench.run("run");
            model.save(run.model());
            var people = List.of(new Person("x", 30, "0"), new Person("y", 30, "0"));
            Json.write(
                    run.path().resolve("card.json"),
                    new RunCard(
                            1,
                            ModelDesign.fast(),
                            "scratch",
                            "",
                            1,
                            1,
                            1,
                            people,
                            List.of(),
                            Map.of("doppel", "test")));
        }
    }

    /** A run of x and y that took one step. */
    private static void oneStep(Path project) throws IOException {
        twoFaceFolders(project);
        for (var person : new String[] {"x", "y"}) {
            consent(project, person, Set.of(Use.TRAIN, Use.SWAP), LocalDate.of(2999, 1, 1));
        }
        try (var bench = Workbench.open(project);
                var run = bench.train(
                        "run",
                        FaceFolder.open(bench.faces("x")),
                        FaceFolder.open(bench.faces("y")),
                        TrainOptions.quick().withBudget(1, 0),
                        step -> {})) {
            run.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
