package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forty looks that differ in two directions; on some of them lies a patch. */
class LookModelTest {

    private static final float MEAN = 1;

    private static final float PATCH = 3;

    /** Of 576 pixels. */
    private static final int FIRST = 250;

    private static final int LAST = 299;

    @Test
    void aPatchIsFarFromTheModelAndTheRestIsNear() {
        var looks = looks(0);
        var model = LookModel.learn(looks);
        var distances = model.distances(patched(looks.get(7)));
        for (int pixel = 0; pixel < distances.length; pixel++) {
            var patch = pixel >= FIRST && pixel <= LAST;
            assertTrue(patch ? distances[pixel] > 2 : distances[pixel] < 1, pixel + ": " + distances[pixel]);
        }
    }

    /** A tenth of the looks have the patch. */
    @Test
    void whatIsInFewLooksIsNotLearned() {
        var model = LookModel.learn(looks(4));
        var distances = model.distances(patched(looks(0).get(7)));
        for (int pixel = FIRST; pixel <= LAST; pixel++) {
            assertTrue(distances[pixel] > 2, pixel + ": " + distances[pixel]);
        }
    }

    @Test
    void whatWasLearnedFromOneSideIsKnownFromTheOther() {
        var looks = looks(0);
        var model = LookModel.learn(looks);
        var distances = model.distances(looks.get(7).mirrored());
        for (int pixel = 0; pixel < distances.length; pixel++) {
            assertTrue(distances[pixel] < 1, pixel + ": " + distances[pixel]);
        }
    }

    @Test
    void learningTwiceIsTheSame() {
        var looks = looks(4);
        assertArrayEquals(
                LookModel.learn(looks).distances(looks.get(1)),
                LookModel.learn(looks).distances(looks.get(1)));
    }

    private static List<UnlitLook> looks(int patched) {
        var random = new Random(3);
        var one = random(random);
        var other = random(random);
        var seen = new boolean[UnlitLook.PIXELS];
        Arrays.fill(seen, true);
        var looks = new ArrayList<UnlitLook>();
        for (int face = 0; face < 40; face++) {
            var along = (float) random.nextGaussian();
            var across = (float) random.nextGaussian();
            var values = new float[one.length];
            IntStream.range(0, values.length)
                    .forEach(at -> values[at] =
                            MEAN + along * one[at] + across * other[at] + 0.02f * (float) random.nextGaussian());
            var look = new UnlitLook(values, seen);
            looks.add(face % 10 == 0 && face / 10 < patched ? patched(look) : look);
        }
        return looks;
    }

    private static UnlitLook patched(UnlitLook look) {
        var values = look.values().clone();
        for (int at = UnlitLook.NUMBERS * FIRST; at < UnlitLook.NUMBERS * (LAST + 1); at++) {
            values[at] += PATCH;
        }
        return new UnlitLook(values, look.seen());
    }

    private static float[] random(Random random) {
        var values = new float[UnlitLook.NUMBERS * UnlitLook.PIXELS];
        for (int at = 0; at < values.length; at++) {
            values[at] = 0.3f * (float) random.nextGaussian();
        }
        return values;
    }
}
