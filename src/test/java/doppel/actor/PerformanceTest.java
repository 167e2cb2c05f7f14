package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {

    private static final List<Moment> A = frames("a", 720);
    private static final List<Moment> B = frames("b", 360);

    @Test
    void theSameSeedGivesTheSamePerformance() {
        assertEquals(Performance.of(5).at(7.3), Performance.of(5).at(7.3));
        assertNotEquals(Performance.of(5).at(7.3), Performance.of(6).at(7.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void nothingJumpsButTheEyes(String name) {
        var frames = frames(name, 360);
        for (int i = 1; i < frames.size(); i++) {
            var now = frames.get(i);
            var before = frames.get(i - 1);
            assertEquals(before.yaw(), now.yaw(), 5, "yaw at frame " + i);
            assertEquals(before.pitch(), now.pitch(), 4, "pitch at frame " + i);
            assertEquals(before.roll(), now.roll(), 2, "roll at frame " + i);
            assertEquals(before.light().azimuth(), now.light().azimuth(), 4, "light at frame " + i);
            var units = new TreeSet<>(now.expression().keySet());
            units.addAll(before.expression().keySet());
            for (var unit : units) {
                if (!unit.startsWith("eye")) {
                    assertEquals(weight(before, unit), weight(now, unit), .35, unit + " at frame " + i);
                }
            }
        }
    }

    @Test
    void weightsStayWithinWhatPeopleDo() {
        for (var moment : A) {
            moment.expression().forEach((unit, weight) -> {
                assertTrue(weight > 0 && weight <= (unit.startsWith("eyeBlink") ? 1 : .75), unit + " " + weight);
            });
            assertTrue(weight(moment, "jawOpen") <= .6);
            assertTrue(weight(moment, "mouthClose") <= weight(moment, "jawOpen") + .003);
            assertTrue(Math.abs(moment.gazeYaw()) < 26 && Math.abs(moment.gazePitch()) < 16);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void eyesBlinkEveryThreeSecondsOrSo(String name) {
        var moments = frames(name, 2500);
        var blinks = 0;
        for (int i = 1; i < moments.size(); i++) {
            if (weight(moments.get(i), "eyeBlinkLeft") > .6 && weight(moments.get(i - 1), "eyeBlinkLeft") <= .6) {
                blinks++;
            }
        }
        assertEquals(100 / 3.0, blinks, 8, "blinks in 100 seconds");
    }

    @Test
    void aBlinkLastsAFifthOfASecond() {
        var blinks = new Blinks(3, 60);
        var milliseconds = IntStream.range(0, 60_000)
                .filter(i -> blinks.at(i / 1000.0) > .02)
                .count();
        assertEquals(220, milliseconds / (double) blinks.count(), 40);
    }

    @Test
    void aTurnsAllTheWayAndIsLitFromBothSides() {
        assertTrue(most(A, Moment::yaw) > 42 && most(A, moment -> -moment.yaw()) > 42);
        assertTrue(most(A, Moment::pitch) > 13 && most(A, moment -> -moment.pitch()) > 13);
        assertTrue(most(A, moment -> moment.light().azimuth()) > 50);
        assertTrue(most(A, moment -> -moment.light().azimuth()) > 50);
    }

    @Test
    void aCoversWhatBDoes() {
        for (var unit :
                List.of("jawOpen", "mouthSmileLeft", "browInnerUp", "browDownLeft", "mouthPucker", "mouthFunnel")) {
            assertTrue(most(A, moment -> weight(moment, unit)) > .85 * most(B, moment -> weight(moment, unit)), unit);
        }
        var covered = B.stream()
                .filter(b -> A.stream()
                        .anyMatch(a -> Math.abs(a.yaw() - b.yaw()) < 6
                                && Math.abs(a.pitch() - b.pitch()) < 5
                                && Math.abs(a.light().azimuth() - b.light().azimuth()) < 30))
                .count();
        assertTrue(covered > .9 * B.size(), covered + " of " + B.size());
    }

    @Test
    void lipsAreClosedOnAnM() {
        var babble = new Babble(4, 60);
        for (var sound : babble.sounds()) {
            if (sound.phone() == Phone.M) {
                assertTrue(babble.closure(sound.middle()) > .99);
            }
        }
    }

    @Test
    void beyondTheEndThereIsAnAnswer() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Performance.of(1).at(121));
        assertTrue(refusal.getMessage().contains("121") && refusal.getMessage().contains("fewer frames"));
    }

    private static List<Moment> frames(String name, int count) {
        var performance = Performance.of(name);
        return IntStream.range(0, count).mapToObj(i -> performance.at(i / 25.0)).toList();
    }

    private static double weight(Moment moment, String unit) {
        return moment.expression().getOrDefault(unit, 0.0);
    }

    private static double most(List<Moment> moments, ToDoubleFunction<Moment> value) {
        return moments.stream().mapToDouble(value).max().orElseThrow();
    }
}
