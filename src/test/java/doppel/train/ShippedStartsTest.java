package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.model.ModelDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starts that come with Doppel, as a run finds them. */
class ShippedStartsTest {

    private static final Starts STARTS = new Starts(Path.of("data/starts"));

    private static final long MOST_BYTES = 15_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"fast", "sharp"})
    void aNetworkOfItsNameBeginsWithIt(String name) throws IOException {
        var design = ModelDesign.named(name);
        assertEquals(name, STARTS.usual(design));
        try (var model = STARTS.begin(TrainOptions.usual(design).withStart(name))) {
            assertEquals(design, model.design());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "sharp"})
    void itsCardSaysThatItIsFree(String name) throws IOException {
        var card = STARTS.named(name).card();
        assertEquals("CC0-1.0", card.licence());
        assertEquals(card.crowd().count(), card.people());
    }

    @Test
    void theyAreSmall() throws IOException {
        assertEquals(List.of("fast", "sharp"), STARTS.names());
        try (var files = Files.walk(STARTS.path())) {
            var bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        }
    }
}
