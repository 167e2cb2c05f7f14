package doppel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import doppel.actor.ActorRecipe;
import doppel.actor.FlatStudio;
import doppel.compute.Json;
import doppel.image.PictureFile;
import doppel.media.Clip;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ActorsCommandTest {

    @TempDir
    Path folder;

    /**
     * @param name of the case
     * @param change makes the recipe bad
     * @param arguments behind the recipe, with {@code {}} for the folder
     * @param said what the sentence must contain
     */
    record Case(String name, Consumer<ObjectNode> change, String arguments, String... said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "unknown slider",
                        recipe -> ((ObjectNode) recipe.get("sliders")).put("nose-hum", .5),
                        "--no-clip",
                        "nose-hum"),
                new Case(
                        "slider out of range",
                        recipe -> ((ObjectNode) recipe.get("sliders")).put("nose-hump", 3.5),
                        "--no-clip",
                        "nose-hump",
                        "3.5"),
                new Case(
                        "a child",
                        recipe -> ((ObjectNode) recipe.get("body")).put("years", 12),
                        "--no-clip",
                        "12",
                        "adults only",
                        "38"),
                new Case(
                        "no color",
                        recipe -> ((ObjectNode) recipe.get("skin")).put("tone", "brown"),
                        "--no-clip",
                        "brown"),
                new Case("part missing", recipe -> recipe.remove("hair"), "--no-clip", "hair", "copy"),
                new Case(
                        "no such style",
                        recipe -> ((ObjectNode) recipe.get("hair")).put("style", "MOHAWK"),
                        "",
                        "MOHAWK"),
                new Case("size out of range", recipe -> {}, "--size 9000", "9000", "512"),
                new Case("no frames", recipe -> {}, "--frames 0", "0", "360"),
                new Case("too many frames", recipe -> {}, "--frames 9000", "120", "fewer frames"),
                new Case("rate out of range", recipe -> {}, "--fps 0", "0", "25"),
                new Case("a file in the way", recipe -> {}, "--out {}/recipe.json", "recipe.json"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBadRecipeIsOneSentence(Case bad) throws IOException {
        var recipe = (ObjectNode) Json.mapper().valueToTree(FlatStudio.recipe("x", 1));
        bad.change.accept(recipe);
        var file = folder.resolve("recipe.json");
        Json.write(file, recipe);
        var before = Files.readString(file);
        var more = bad.arguments.replace("{}", folder.toString());
        var out = more.contains("--out") ? "" : " --out " + folder.resolve("out");
        var said = refused(("actors " + file + " " + more + out).trim().split(" +"));
        for (var word : bad.said) {
            assertTrue(said.contains(word), "\"" + word + "\" is not in: " + said);
        }
        assertEquals(before, Files.readString(file));
    }

    @Test
    void aMissingOrUnreadableRecipeIsOneSentence() throws IOException {
        assertTrue(refused("actors", folder.resolve("gone.json").toString())
                .contains("gone.json is missing: give a recipe file, or one of a, b and c"));
        var text = Files.writeString(folder.resolve("text.json"), "{ a woman of fifty }");
        assertTrue(refused("actors", text.toString()).contains("text.json is not readable as Recipe"));
    }

    @Test
    void aPageThatIsNoPngIsRefusedBeforeAnythingIsDrawn() {
        for (var option : List.of("--contact-sheet", "--steps")) {
            var page = folder.resolve("page.jpg").toString();
            assertEquals(
                    "a file name ending in .png is needed, got " + page,
                    refused("actors", "a", option, page).trim());
        }
    }

    @Test
    void withoutARecipeItAsksForOne() {
        var said = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(said, true), "actors"));
        assertTrue(said.toString().contains("which actor?"), said.toString());
    }

    @Test
    void aCrowdOfNobodyIsRefused() {
        assertTrue(refused("actors", "crowd", "--count", "0", "--out", folder.toString())
                .contains("count must be 1 to 100000, got 0; try 200"));
    }

    @Test
    void aRecipeBecomesAClip() throws IOException {
        var recipe = folder.resolve("recipe.json");
        Json.write(recipe, FlatStudio.recipe("x", 1));
        var out = folder.resolve("out");
        done(recipe.toString(), "--frames", "12", "--size", "64", "--parts", "--out", out.toString());
        assertEquals(12, Clip.probe(out.resolve("x.mp4")).frames());
        assertTrue(Files.exists(out.resolve("take/parts/000011.png")));
        assertEquals(12, Files.readAllLines(out.resolve("x.labels.jsonl")).size());
    }

    @Test
    void aContactSheetHas40MomentsOnAPage() throws IOException {
        var sheet = folder.resolve("sheet.png");
        done("a", "--size", "64", "--contact-sheet", sheet.toString());
        var page = PictureFile.read(sheet);
        assertEquals(8 * 68 + 4, page.getWidth());
        assertEquals((5 * 68 + 4) * 17 / 16, page.getHeight());
        assertTrue(Files.exists(folder.resolve("sheet.manifest.json")));
    }

    @Test
    void aCrowdIsOfRandomAdults() throws IOException {
        done("crowd", "--count", "2", "--frames", "3", "--size", "64", "--out", folder.toString());
        var one = Json.read(folder.resolve("00000/recipe.json"), ActorRecipe.class);
        var other = Json.read(folder.resolve("00001/recipe.json"), ActorRecipe.class);
        assertNotEquals(one, other);
        assertEquals(6, Files.readAllLines(folder.resolve("labels.jsonl")).size());
    }

    private static void done(String... arguments) {
        var said = new StringWriter();
        var code = new CommandLine(new ActorsCommand(new FlatStudio()))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
        assertEquals(0, code, said.toString());
    }

    private static String refused(String... arguments) {
        var said = new StringWriter();
        var code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(said, true), arguments);
        assertNotEquals(0, code);
        var lines = said.toString().lines().toList();
        assertEquals(1, lines.size(), said.toString());
        assertTrue(Stream.of("Exception", "at doppel.", "null").noneMatch(lines.get(0)::contains), lines.get(0));
        return lines.get(0);
    }
}
