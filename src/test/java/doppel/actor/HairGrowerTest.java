package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.render.Strands;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HairGrowerTest {

    private static final int SIZE = 64;

    @ParameterizedTest
    @EnumSource(ActorRecipe.Style.class)
    void hairStandsOnTheScalpAndStaysOutOfTheHead(ActorRecipe.Style style) {
        var person = person(style);
        var hair = grow(person);
        var skin = NeutralSkin.of(person);
        var skull = SkullMap.of(skin);
        int below = 0;
        for (int i = 0; i < hair.points().length; i += 3) {
            assertTrue(Float.isFinite(hair.points()[i] + hair.points()[i + 1] + hair.points()[i + 2]));
            below += skull.height(hair.points()[i], hair.points()[i + 1], hair.points()[i + 2]) < -.06f ? 1 : 0;
        }
        assertTrue(below < .02 * hair.points().length / 3, below + " points are in the head");
    }

    @ParameterizedTest
    @EnumSource(ActorRecipe.Style.class)
    void theFaceIsFree(ActorRecipe.Style style) {
        var hair = grow(person(style));
        int before = 0;
        for (int i = 0; i < hair.points().length; i += 3) {
            boolean isBeforeFace = Math.abs(hair.points()[i]) < .45f
                    && hair.points()[i + 1] < 7.6f
                    && hair.points()[i + 1] > 6.2f
                    && hair.points()[i + 2] > 1.2f;
            before += isBeforeFace ? 1 : 0;
        }
        assertEquals(0, before);
    }

    @ParameterizedTest
    @EnumSource(ActorRecipe.Style.class)
    void growingTwiceGivesTheSame(ActorRecipe.Style style) {
        var person = person(style);
        assertArrayEquals(grow(person).points(), grow(person).points(), 0);
    }

    @ParameterizedTest
    @EnumSource(ActorRecipe.Style.class)
    void hairTurnsWithTheHead(ActorRecipe.Style style) {
        var person = person(style);
        var growth = HairGrower.grow(person, SIZE);
        var turned = growth.pose(Rig.pose(person, new Moment(0, Map.of(), 40, 0, 0, 0, 0, Moment.Light.portrait())));
        var still = grow(person);
        assertTrue(meanDistance(still, turned) > .1);
        assertEquals(still.count(), turned.count());
        assertTrue(turned.coversFace());
    }

    private static Strands grow(Person person) {
        return HairGrower.grow(person, SIZE).pose(Rig.pose(person, Moment.frontal()));
    }

    private static Person person(ActorRecipe.Style style) {
        return Looks.woman(style);
    }

    private static double meanDistance(Strands a, Strands b) {
        double sum = 0;
        for (int i = 0; i < a.points().length; i += 3) {
            double x = a.points()[i] - b.points()[i];
            double z = a.points()[i + 2] - b.points()[i + 2];
            sum += Math.sqrt(x * x + z * z);
        }
        return 3 * sum / a.points().length;
    }
}
