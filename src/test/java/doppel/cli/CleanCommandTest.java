package doppel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Workbench;
import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.clean.Rule;
import doppel.clean.RuleBook;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On every sixth frame of the spoiled clip: some faces are dark, some blown out, two are of somebody else. */
class CleanCommandTest {

    @TempDir
    static Path project;

    private final StringWriter said = new StringWriter();
    private final StringWriter refused = new StringWriter();

    @BeforeAll
    static void extractSomeFaces() throws IOException {
        Files.createDirectories(project.resolve("data"));
        for (var name : List.of("models", "samples")) {
            Files.createSymbolicLink(
                    project.resolve("data").resolve(name), Path.of("data", name).toAbsolutePath());
        }
        System.setProperty("doppel.project", project.toString());
        try (var bench = Workbench.open(project)) {
            var options = ExtractOptions.crowd().withEveryNth(6);
            var clip = project.resolve("data/samples/actor-a-dirty.mp4");
            bench.extract(clip, "dirty", bench.faces("dirty"), options, step -> {});
        }
    }

    @AfterAll
    static void forgetTheProject() throws IOException {
        System.clearProperty("doppel.project");
        Files.delete(project.resolve("data/models"));
        Files.delete(project.resolve("data/samples"));
    }

    @BeforeEach
    void nothingIsDecided() throws IOException {
        Files.deleteIfExists(folder().path().resolve("decisions.jsonl"));
    }

    @Test
    void theTableSaysWhatIsInTheFolder() throws IOException {
        assertEquals(0, run("clean table dirty"));
        assertTrue(said.toString().contains(folder().faces().size() + " faces"), said.toString());
        assertTrue(said.toString().lines().anyMatch(line -> line.matches("brightness +\\S+ +\\S+ +\\S+  L\\*")));
    }

    @Test
    void theWorstFacesAreListedFirst() {
        assertEquals(0, run("clean table dirty --worst brightness --count 4"));
        var values = said.toString()
                .lines()
                .filter(line -> line.contains(" frame "))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertEquals(4, values.size());
        assertEquals(values.stream().sorted().toList(), values);
        assertTrue(values.get(0) < 20, values.toString());
    }

    @Test
    void theFileHasEveryFaceInTheOrderThatWasAskedFor() throws IOException {
        var csv = project.resolve("yaw.csv");
        assertEquals(0, run("clean table dirty --sort yaw --csv " + csv));
        var lines = Files.readAllLines(csv);
        var yaw = Arrays.asList(lines.get(0).split(",")).indexOf("yaw");
        var values = lines.stream()
                .skip(1)
                .map(line -> Double.parseDouble(line.split(",")[yaw]))
                .toList();
        assertEquals(folder().faces().size(), values.size());
        for (int i = 1; i < values.size(); i++) {
            assertTrue(values.get(i) <= values.get(i - 1), values.toString());
        }
    }

    @Test
    void aDryRunCountsAndDecidesNothing() throws IOException {
        assertEquals(0, run("clean apply dirty --dry-run"));
        assertTrue(said.toString().contains("nothing is decided"), said.toString());
        assertEquals(0, rejected());
    }

    @Test
    void applyUndoAndRedoAreOneActEach() throws IOException {
        assertEquals(0, run("clean apply dirty --book " + darkBook()));
        var dark = rejected();
        assertTrue(dark > 0 && dark < folder().faces().size(), dark + " rejected");
        var id = Decisions.open(folder()).all().entrySet().stream()
                .filter(entry -> entry.getValue() == Decision.REJECTED)
                .findFirst()
                .orElseThrow()
                .getKey();
        assertEquals("night 1: lit", Decisions.open(folder()).by(id));
        assertEquals(0, run("clean undo dirty"));
        assertEquals(0, rejected());
        assertEquals(0, run("clean redo dirty"));
        assertEquals(dark, rejected());
        assertEquals(0, run("clean redo dirty"));
        assertTrue(said.toString().contains("nothing is done again"), said.toString());
    }

    @Test
    void aPresetIsWrittenUnderAnotherNameAndReadAgain() {
        var file = project.resolve("workshop.json");
        assertEquals(0, run("clean rules --name workshop --write " + file));
        assertEquals(0, run("clean rules --book " + file));
        assertTrue(said.toString().contains("workshop 1"), said.toString());
    }

    @Test
    void rulesForAFolderSuggestALimitForEachAndDecideNothing() throws IOException {
        assertEquals(0, run("clean rules dirty --book " + darkBook()));
        assertTrue(said.toString().contains("for you to judge"), said.toString());
        assertTrue(said.toString().contains("lit: brightness at least"), said.toString());
        assertEquals(0, rejected());
    }

    /** One measure has no bad end: the others have their limits nevertheless, and the book is written. */
    @Test
    void aRuleWithoutALimitToSuggestSaysSoAndStopsNothing() throws IOException {
        var book = RuleBook.of("early", Rule.atMost("begins", "seconds", 3), Rule.atLeast("lit", "brightness", 30))
                .write(project.resolve("early.json"));
        var copy = project.resolve("early-copy.json");
        assertEquals(0, run("clean rules dirty --book %s --write %s".formatted(book, copy)));
        assertTrue(said.toString().contains("begins: seconds has no bad end"), said.toString());
        assertTrue(said.toString().contains("lit: brightness at least"), said.toString());
        assertTrue(Files.exists(copy));
    }

    @Test
    void recordsThatAreLeftOutAreListedWithTheReason() throws IOException {
        var frames = folder().path().resolve("frames.jsonl");
        var before = Files.readString(frames);
        var page = project.resolve("left-out.html");
        try {
            Files.writeString(frames, before + before.lines().findFirst().orElseThrow() + "\n{\"frame\"");
            assertEquals(0, run("clean table dirty"));
            assertEquals(0, run("clean report dirty --out " + page));
        } finally {
            Files.writeString(frames, before);
        }
        for (var reason : List.of("frame 0 is there twice", "the record was never finished")) {
            assertTrue(said.toString().contains(reason), said.toString());
            assertTrue(Files.readString(page).contains(reason), reason);
        }
    }

    @Test
    void thePageShowsWordsAndNeverObeysThem() throws IOException {
        var page = project.resolve("words.html");
        var rule = Rule.atLeast("<b>lit</b>", "brightness", 30).because("<script>alert(1)</script> {{footer}} $1");
        var book = RuleBook.of("words", rule).write(project.resolve("words.json"));
        assertEquals(0, run("clean report dirty --book %s --out %s".formatted(book, page)));
        var html = Files.readString(page);
        assertFalse(html.contains("<script") || html.contains("<b>lit"), "not escaped");
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{footer}} $1"));
    }

    @Test
    void thePageShowsTheFacesThatFailAndNeedsNoOtherFile() throws IOException {
        var page = project.resolve("page.html");
        assertEquals(0, run("clean report dirty --book %s --out %s".formatted(darkBook(), page)));
        var html = Files.readString(page);
        assertTrue(html.contains("<td>lit</td>"), html.substring(0, 3000));
        assertTrue(html.contains("src=\"data:image/png;base64,"));
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("{{"));
        assertEquals(0, rejected());
    }

    @Test
    void exportCopiesWhatIsLeftAndLeavesTheFolderAsItWas() throws IOException {
        assertEquals(0, run("clean apply dirty --book " + darkBook()));
        var before = folder().faces().size();
        var into = project.resolve("left");
        assertEquals(0, run("clean export dirty --into " + into));
        assertEquals(before - rejected(), FaceFolder.open(into).faces().size());
        assertEquals(before, folder().faces().size());
    }

    @Test
    void framesAreCountedByWhatTheyBrought() {
        assertEquals(0, run("clean frames dirty"));
        assertTrue(said.toString().startsWith("25 frames of dirty"), said.toString());
        assertTrue(said.toString().lines().anyMatch(line -> line.matches(" +several faces +2 +108, 114")));
    }

    @Test
    void neighborsAreNamedAsARange() {
        assertEquals("3, 17 to 19, 24", CleanFramesCommand.ranges(List.of(3, 17, 18, 19, 24)));
        assertEquals("", CleanFramesCommand.ranges(List.of()));
    }

    /** What is wrong, and what the sentence must have. */
    record Case(String command, String... said) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("clean table nobody", "nobody is no face folder", "extract a clip"),
                new Case("clean table {}/data", "data is no face folder", "extract a clip"),
                new Case("clean table dirty --sort beauty", "\"beauty\"", "blur-fft"),
                new Case("clean table dirty --worst beauty", "\"beauty\"", "sharpness"),
                new Case("clean table dirty --sort yaw --worst yaw", "--sort yaw", "leave one out"),
                new Case("clean table dirty --count 0", "1 or more", "got 0"),
                new Case("clean apply dirty --book {}/gone.json", "gone.json"),
                new Case("clean apply dirty --book {}/data/faces/dirty/source.json", "source.json"),
                new Case("clean rules --name A!", "a-z", "A!"),
                new Case("clean report dirty --out {}/page.txt", "page.txt", ".html"),
                new Case("clean export dirty --into {}/data/faces/dirty", "not empty", "choose"),
                new Case("clean frames dirty --clip {}/gone.mp4", "gone.mp4"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badInputIsOneSentenceAndNothingIsDecided(Case bad) throws IOException {
        assertEquals(1, run(bad.command.replace("{}", project.toString())), bad.command);
        var sentences = refused.toString().lines().toList();
        assertEquals(1, sentences.size(), refused.toString());
        assertTrue(
                Stream.of("Exception", "at doppel.", "null").noneMatch(sentences.get(0)::contains), sentences.get(0));
        for (var word : bad.said) {
            assertTrue(sentences.get(0).contains(word), "\"" + word + "\" is not in: " + sentences.get(0));
        }
        assertEquals(0, rejected());
    }

    private int run(String command) {
        return Main.run(new PrintWriter(said, true), new PrintWriter(refused, true), command.split(" "));
    }

    private static Path darkBook() throws IOException {
        var file = project.resolve("night.json");
        if (!Files.exists(file)) {
            RuleBook.of("night", Rule.atLeast("lit", "brightness", 30)).write(file);
        }
        return file;
    }

    private static int rejected() throws IOException {
        return Decisions.open(folder()).counts().get(Decision.REJECTED);
    }

    private static FaceFolder folder() throws IOException {
        return FaceFolder.open(project.resolve("data/faces/dirty"));
    }
}
