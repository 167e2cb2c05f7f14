package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastingTest {

    @Test
    void everyCandidateLooksAdult() {
        var people = Casting.candidates(3, 12);
        assertEquals(people, Casting.candidates(3, 12));
        for (var person : people) {
            assertTrue(AdultLook.of(Person.of(person)), person.name());
            assertTrue(person.body().years() >= 38, person.name());
        }
        assertNotEquals(people.get(0), people.get(1));
    }

    @Test
    void theShippedActorsLookAdult() {
        for (var letter : List.of("a", "b", "c")) {
            assertTrue(AdultLook.of(Person.of(ActorRecipe.preset(letter))), letter);
        }
    }

    /** The guard has to catch what sliders can do: large low eyes under a high forehead. */
    @Test
    void aFaceRoundedLikeAChildsIsNotAdult() {
        var a = ActorRecipe.preset("a");
        var round = new ActorRecipe(
                "round",
                1,
                a.body(),
                Map.of("eye-scale", 1.0, "forehead-scale-vert", 1.0, "chin-height", -1.0, "head-scale-vert", 1.0),
                0,
                a.skin(),
                a.eyes(),
                a.hair(),
                a.clothes(),
                a.room());
        assertTrue(!AdultLook.of(Person.of(round)));
    }

    @Test
    void pairsComeFarthestFirstAndNoneIsTooNear() {
        var people = List.of(ActorRecipe.preset("a"), ActorRecipe.preset("b"), ActorRecipe.preset("c"));
        var identities = Map.of(
                people.get(0), new float[] {1, 0},
                people.get(1), new float[] {0, 1},
                people.get(2), new float[] {.6f, .8f});
        var pairs = Casting.pairs(people, identities::get, .3);
        assertEquals(2, pairs.size());
        assertEquals(1, pairs.get(0).distance(), 1e-6);
        assertEquals(people.get(0), pairs.get(0).a());
        assertEquals(people.get(1), pairs.get(0).b());
        assertEquals(.4, pairs.get(1).distance(), 1e-6);
    }
}
