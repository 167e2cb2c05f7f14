package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorRecipeTest {

    private static final ActorRecipe A = ActorRecipe.preset("a");

    @Test
    void presetsAreAdultsOfTheirName() {
        for (var letter : new String[] {"a", "b", "c"}) {
            var recipe = ActorRecipe.preset(letter);
            assertEquals("actor-" + letter, recipe.name());
            assertTrue(recipe.body().years() >= 38);
        }
    }

    @Test
    void aRecipeComesBackFromItsFile(@TempDir Path folder) throws IOException {
        Json.write(folder.resolve("a.json"), A);

        assertEquals(A, Json.read(folder.resolve("a.json"), ActorRecipe.class));
    }

    @Test
    void randomPeopleAreAdultsAndDiffer() {
        for (long seed = 0; seed < 50; seed++) {
            assertTrue(ActorRecipe.random(seed).body().years() >= 38);
        }
        assertEquals(ActorRecipe.random(7), ActorRecipe.random(7));
        assertNotEquals(ActorRecipe.random(7), ActorRecipe.random(8));
    }

    @Test
    void childrenAreRefused() {
        refuses("adults only", () -> body(12, 1, .5));
        refuses("38 at least", () -> body(37.9, 1, .5));
    }

    @Test
    void numbersOutOfRangeSayTheRange() {
        refuses("years must be 38 to 90, got 91.0", () -> body(91, 1, .5));
        refuses("muscle must be 0.0 to 1.0, got 1.5", () -> body(50, 1, 1.5));
        refuses("not all 0", () -> body(50, 0, .5));
        refuses("blush must be", () -> new ActorRecipe.Skin("#d8a68a", "#aa6a60", Double.NaN, 0, 0));
        refuses("size of the eyes must be", () -> new ActorRecipe.Eyes("#d8a68a", 2));
        refuses("asymmetry must be", () -> recipe("x", Map.of(), -1));
    }

    @Test
    void colorsMustBeColors() {
        refuses("#d8a68a", () -> new ActorRecipe.Skin("pink", "#aa6a60", 0, 0, 0));
        refuses("#d8a68a", () -> new ActorRecipe.Clothes("#12345", false));
    }

    @Test
    void aKnobTurnsOneThingAndNoOther() {
        var a = ActorRecipe.preset("a");
        var changed = a.withSlider("nose-hump", .5);
        assertEquals(.5, changed.sliders().get("nose-hump"), 0);
        var before = a.sliders().getOrDefault("nose-hump", 0.0);
        assertEquals(a.withSlider("nose-hump", before), changed.withSlider("nose-hump", before));
        assertEquals(a, a.withName("other").withName(a.name()));
        refuses("did you mean nose-hump", () -> a.withSlider("nose-hmp", .5));
        refuses("nose-hump", () -> a.withSlider("nose-hump", 1.5));
    }

    @Test
    void anUnknownSliderNamesTheNearest() {
        refuses("did you mean nose-hump?", () -> recipe("x", Map.of("nose-humb", .1), 0));
        refuses("nose-hump must be -1.0 to 1.0, got 1.1", () -> recipe("x", Map.of("nose-hump", 1.1), 0));
        refuses("head-oval must be 0.0 to 1.0", () -> recipe("x", Map.of("head-oval", -.1), 0));
    }

    @Test
    void aBadNameIsRefused() {
        refuses("try actor-a", () -> recipe("../evil", Map.of(), 0));
        refuses("choose one of [a, b, c]", () -> ActorRecipe.preset("d"));
    }

    private static ActorRecipe.Body body(double years, double look, double muscle) {
        return new ActorRecipe.Body(0, years, 0, 0, look, muscle, .5);
    }

    private static ActorRecipe recipe(String name, Map<String, Double> sliders, double asymmetry) {
        return new ActorRecipe(
                name, 1, A.body(), sliders, asymmetry, A.skin(), A.eyes(), A.hair(), A.clothes(), A.room());
    }

    private static void refuses(String words, Runnable wrong) {
        var message = assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
        assertTrue(message.contains(words), message);
    }
}
