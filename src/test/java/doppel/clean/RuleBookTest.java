package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private static final Rule SHARP = Rule.atLeast("sharp enough", "sharpness", 300)
            .because("it \"must\" be")
            .on(DAY);

    private static final Rule AHEAD =
            Rule.within("looks ahead", "yaw", -30, 30.5).on(DAY);

    private static final Rule FREE = Rule.atMost("uncovered", "covered", 0.12).on(DAY);

    private static final Rule EVEN =
            Rule.of("even", row -> row.frame() % 2 == 0).on(DAY);

    @TempDir
    private Path folder;

    @Test
    void aBookNeverChangesAndItsNextVersionDoes() {
        var first = RuleBook.of("workshop", SHARP);
        var second = first.with(FREE);
        assertEquals(List.of(SHARP), first.rules());
        assertEquals("workshop 1", first.title());
        assertEquals(List.of(SHARP, FREE), second.rules());
        assertEquals("workshop 2", second.title());
        assertEquals(List.of(FREE), second.without("sharp enough").rules());
        assertEquals(3, second.without("sharp enough").version());
        assertEquals("mine 1", second.named("mine").title());
    }

    @Test
    void aRuleTakesThePlaceOfItsNamesake() {
        var sharper = Rule.atLeast("sharp enough", "sharpness", 400);
        assertEquals(
                List.of(sharper, FREE),
                RuleBook.of("workshop", SHARP, FREE).with(sharper).rules());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var book = RuleBook.of("workshop", SHARP, AHEAD, FREE).with(EVEN).on(DAY);
        var file = book.write(folder);
        assertEquals(folder.resolve("workshop-2.json"), file);
        assertEquals(book, RuleBook.read(file, EVEN));
    }

    @Test
    void theFileCanBeReadByPeople() throws IOException {
        var file = RuleBook.of("workshop", SHARP, EVEN).on(DAY).write(folder.resolve("rules.json"));
        assertEquals("""
                {
                  "name" : "workshop",
                  "version" : 1,
                  "date" : "2026-01-31",
                  "rules" : [ {
                    "name" : "sharp enough",
                    "measure" : "sharpness",
                    "atLeast" : 300.0,
                    "reason" : "it \\"must\\" be",
                    "date" : "2026-01-31"
                  }, {
                    "name" : "even",
                    "code" : true,
                    "reason" : "",
                    "date" : "2026-01-31"
                  } ]
                }
                """, Files.readString(file));
    }

    @Test
    void rulesInJavaMustBeGivenAgain() throws IOException {
        var file = RuleBook.of("workshop", SHARP, EVEN.because("old")).write(folder);
        var fault = assertThrows(IOException.class, () -> RuleBook.read(file));
        assertEquals(
                file
                        + " is not readable as a rule book: its rule \"even\" is Java, which no file holds: give it again, as in "
                        + "RuleBook.read(file, Rule.of(\"even\", row -> ...))",
                fault.getMessage());
        var read = RuleBook.read(file, Rule.of("even", row -> false)).rule("even");
        assertEquals("old", read.reason());
        assertEquals(DAY, read.date());
        assertFalse(read.passes(MadeRow.of(0).row()));
        var unknown = assertThrows(IOException.class, () -> RuleBook.read(file, EVEN, Rule.of("odd", row -> true)));
        assertTrue(unknown.getMessage().contains("no rule in Java named \"odd\""), unknown.getMessage());
    }

    @Test
    void nothingThatWasWrittenIsLost() throws IOException {
        var first = RuleBook.of("workshop", SHARP);
        var file = first.write(folder.resolve("rules.json"));
        var before = Files.readString(file);
        for (var other : List.of(RuleBook.of("workshop", FREE), first.with(FREE), first.named("mine"))) {
            var fault = assertThrows(IllegalStateException.class, () -> other.write(file));
            assertTrue(fault.getMessage().contains("would be lost"), fault.getMessage());
        }
        assertEquals(before, Files.readString(file));
        Files.writeString(file, "a letter");
        assertThrows(IOException.class, () -> first.write(file));
        assertEquals("a letter", Files.readString(file));
    }

    /** A hand writes 300, and Doppel 300.0. */
    @Test
    void theSameNumbersAreTheSameBookHoweverTheyAreWritten() throws IOException {
        var book = RuleBook.of("workshop", SHARP);
        var file = book.write(folder);
        Files.writeString(file, Files.readString(file).replace("300.0", "300"));
        assertEquals(file, RuleBook.read(file).write(folder));
        assertThrows(IllegalStateException.class, () -> RuleBook.of(
                        "workshop",
                        Rule.atLeast("sharp enough", "sharpness", 301).because(SHARP.reason()))
                .write(file));
    }

    @Test
    void theSameBookOfAnotherDayKeepsItsFirstDates() throws IOException {
        var file = RuleBook.of("workshop", SHARP).on(DAY).write(folder);
        RuleBook.of("workshop", SHARP.on(DAY.plusDays(1))).on(DAY.plusDays(1)).write(folder);
        assertEquals(DAY, RuleBook.read(file).date());
        assertEquals(DAY, RuleBook.read(file).rule("sharp enough").date());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    /** Each is one sentence with the file's name in it. */
    @Test
    void aFileThatIsNoRuleBookSaysWhatIsWrong() throws IOException {
        var good = Files.readString(RuleBook.of("workshop", SHARP, FREE).write(folder));
        refuses("", "must be an object");
        refuses("[]", "must be an object");
        refuses("\u0000\u0001\u0002", "line 1");
        refuses(good.substring(0, good.length() / 2), "line ");
        refuses(good + "{}", "line ");
        refuses(good.replace("\"sharpness\"", "\"sharpnes\""), "there is no measure \"sharpnes\"");
        refuses(good.replace("300.0", "\"300\""), "\"atLeast\" of rule 1 must be a finite number, got \"300\"");
        refuses(good.replace("300.0", "1e999"), "\"atLeast\" of rule 1 must be a finite number");
        refuses(good.replace("300.0", "NaN"), "line ");
        refuses(good.replace("\"atLeast\"", "\"atleast\""), "rule 1 has a field \"atleast\"");
        refuses(good.replace("\"atLeast\" : 300.0,", ""), "finite number");
        refuses(good.replace("\"measure\" : \"sharpness\",", ""), "rule 1 needs either a \"measure\"");
        refuses(good.replace("uncovered", "sharp enough"), "two rules named \"sharp enough\"");
        refuses(good.replace("uncovered", "whole"), "damaged faces");
        refuses(good.replace("\"version\" : 1", "\"version\" : 0"), "must be 1 or more");
        refuses(good.replace("\"version\" : 1", "\"version\" : \"1\""), "whole number");
        refuses(good.replace("workshop", "../workshop"), "1 to 40 of a-z");
        refuses(good.replace("2026-01-31", "yesterday"), "like 2026-01-31");
        refuses(good.replace("\"rules\" : [", "\"rules\" : 3, \"x\" : ["), "has a field \"x\"");
        refuses("{\"name\":\"workshop\",\"version\":1,\"date\":\"2026-01-31\"}", "must be a list");
        refuses("[".repeat(100_000), "nesting depth");
        refuses("x".repeat(10_000_000), "has 10000000 bytes");
        var missing = folder.resolve("missing.json");
        assertTrue(assertThrows(IOException.class, () -> RuleBook.read(missing))
                .getMessage()
                .startsWith(missing + " is missing"));
    }

    @Test
    void aBookRefusesWhatIsNoNameAndNoVersion() {
        assertThrows(IllegalArgumentException.class, () -> RuleBook.of("My book", SHARP));
        assertThrows(IllegalArgumentException.class, () -> RuleBook.of("workshop", SHARP, SHARP));
        assertThrows(IllegalArgumentException.class, () -> new RuleBook("workshop", 0, DAY, List.of()));
        var fault = assertThrows(IllegalArgumentException.class, () -> RuleBook.of("workshop", SHARP, FREE)
                .without("lit"));
        assertEquals("workshop 1 has no rule \"lit\": take one of sharp enough, uncovered", fault.getMessage());
    }

    @Test
    void thePresetsSurviveTheDisk() throws IOException {
        for (var book : List.of(RuleBook.standard(), RuleBook.strict(), RuleBook.lean())) {
            assertEquals(book, RuleBook.read(book.write(folder)));
            assertTrue(book.rules().stream().noneMatch(rule -> rule.reason().isEmpty()), book.toString());
        }
    }

    @Test
    void strictPassesNoFaceThatStandardFails() {
        var names = RuleBook.standard().rules().stream().map(Rule::name).toList();
        assertNotEquals(RuleBook.standard().rules(), RuleBook.strict().rules());
        for (var name : names) {
            var standard = (Rule.Limits) RuleBook.standard().rule(name).test();
            var strict = (Rule.Limits) RuleBook.strict().rule(name).test();
            assertEquals(standard.measure(), strict.measure());
            assertTrue(strict.low() >= standard.low() && strict.high() <= standard.high(), name);
        }
    }

    @Test
    void onlyABooksOwnDecisionsAreItsOwn() {
        var book = RuleBook.of("workshop", SHARP);
        assertTrue(Stream.of("workshop 1: sharp enough", "workshop 12: whole").allMatch(book::made));
        assertTrue(Stream.of("hand", "workshop", "my-workshop 1: sharp enough", "workshop-a 1: x")
                .noneMatch(book::made));
    }

    private void refuses(String text, String because) throws IOException {
        var file = Files.writeString(folder.resolve("book.json"), text);
        var fault = assertThrows(IOException.class, () -> RuleBook.read(file), because);
        assertTrue(fault.getMessage().startsWith(file.toString()), fault.getMessage());
        assertTrue(fault.getMessage().contains(because), fault.getMessage());
        assertEquals(1, fault.getMessage().lines().count(), fault.getMessage());
    }
}
