package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdSuggestionTest {

    private static final int FACES = 60;

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    @BeforeAll
    static void sixtyFaces() throws IOException {
        folder = MadeTable.folder(temporary.resolve("faces"), FACES);
    }

    @Test
    void aGroupThatStandsApartIsFound() {
        var values = normal(500, 60);
        Arrays.fill(values, 10, 16, 150);
        var suggestion = suggest(Measure.SHARPNESS, values);
        assertEquals(6, suggestion.preferred().failing());
        assertTrue(suggestion.knee().isPresent());
        var rule = suggestion.rule("sharp");
        assertFalse(rule.passes(MadeRow.with(0, Measure.SHARPNESS, 150)));
        assertTrue(rule.passes(MadeRow.with(0, Measure.SHARPNESS, 350)));
        assertEquals("6 of 60 faces stand apart beyond it", rule.reason());
    }

    @Test
    void theLimitIsARoundNumberInTheGap() {
        var values = normal(500, 60);
        Arrays.fill(values, 10, 16, 150);
        var limit = suggest(Measure.SHARPNESS, values).preferred().limit();
        assertEquals(0, limit % 50, 0, "limit " + limit);
    }

    /** Whatever the seed, a tail without faults has no gap: the suggestion says so, and is small. */
    @Test
    void aCleanClipHasNoKnee() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var suggestion = suggest(
                    Measure.SHARPNESS,
                    DoubleStream.generate(() -> 400 + 300 * random.nextDouble())
                            .limit(FACES)
                            .toArray());
            assertTrue(suggestion.knee().isEmpty(), "seed %d: %s".formatted(seed, suggestion));
            assertEquals(2, suggestion.preferred().failing());
        }
        assertTrue(suggest(Measure.SHARPNESS, normal(500, 60))
                .toString()
                .endsWith("nothing stands apart: it only marks the worst 2 of 60, so look at them first"));
    }

    @Test
    void eachMeasureIsCutAtItsBadEnd() {
        var high = normal(0.1, 0.01);
        high[7] = 0.8;
        assertTrue(suggest(Measure.COVERED, high).toString().startsWith("covered at most 0."));
        var turned = normal(0, 5);
        turned[7] = -80;
        turned[8] = 81;
        var rule = suggest(Measure.YAW, turned).rule("ahead");
        assertFalse(rule.passes(MadeRow.with(0, Measure.YAW, -80)));
        assertFalse(rule.passes(MadeRow.with(0, Measure.YAW, 81)));
        assertTrue(rule.passes(MadeRow.with(0, Measure.YAW, 20)), rule.toString());
        var negative = normal(-25, 1);
        negative[3] = -60;
        assertEquals(1, suggest(Measure.SPECTRUM, negative).preferred().failing());
    }

    @Test
    void theCountIsWhatTheRuleWouldFail() {
        var random = new Random(7);
        for (var values : new double[][] {
            normal(500, 60),
            DoubleStream.generate(() -> Math.round(3 * random.nextDouble()))
                    .limit(FACES)
                    .toArray(),
            DoubleStream.generate(() -> 1).limit(FACES).toArray(),
            DoubleStream.generate(() -> random.nextInt(50) == 0 ? 0 : 1)
                    .limit(FACES)
                    .toArray()
        }) {
            for (var measure : new Measure[] {Measure.SHARPNESS, Measure.COVERED, Measure.YAW}) {
                var table = new MadeTable(folder).with(measure, values).table();
                var suggestion = ThresholdSuggestion.of(table, measure.label());
                var rule = suggestion.rule("x");
                assertEquals(
                        suggestion.preferred().failing(),
                        table.rows().stream().filter(row -> !rule.passes(row)).count(),
                        suggestion.toString());
            }
        }
    }

    @Test
    void whatWasNotMeasuredIsLeftOut() {
        var values = normal(500, 60);
        values[3] = Double.NaN;
        assertEquals(FACES - 1, suggest(Measure.SHARPNESS, values).faces());
    }

    @Test
    void tooFewFacesSuggestNothing() {
        var table =
                new MadeTable(folder).with(Measure.SHARPNESS, normal(500, 60)).table();
        var few = table.only(table.faces().subList(0, 19));
        var fault = assertThrows(IllegalArgumentException.class, () -> ThresholdSuggestion.of(few, "sharpness"));
        assertEquals(
                "a limit for sharpness needs 20 faces that have it, got 19: choose one by eye", fault.getMessage());
    }

    @Test
    void aMeasureWithoutABadEndIsRefused() {
        var table = new MadeTable(folder).table();
        for (var measure : new String[] {"cluster", "seconds"}) {
            var fault = assertThrows(IllegalArgumentException.class, () -> ThresholdSuggestion.of(table, measure));
            assertTrue(fault.getMessage().startsWith(measure + " has no bad end"), fault.getMessage());
        }
    }

    private static ThresholdSuggestion suggest(Measure measure, double... values) {
        return ThresholdSuggestion.of(
                new MadeTable(folder).with(measure, values).table(), measure.label());
    }

    private static double[] normal(double mean, double spread) {
        var random = new Random(1);
        return DoubleStream.generate(() -> mean + spread * random.nextGaussian())
                .limit(FACES)
                .toArray();
    }
}
