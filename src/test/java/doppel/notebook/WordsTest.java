package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    /** A record around a thing whose own words are a hash. */
    record Holder(Object held, double number) {}

    static final class Silent {}

    @Test
    void noValueShowsItsHash() {
        var picture = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        for (var value : List.of(new Silent(), new int[] {1}, new Holder(new Silent(), 1), List.of(picture))) {
            assertFalse(Words.of(value).matches(".*@[0-9a-f]+.*"), Words.of(value));
        }
        assertEquals("Silent", Words.of(new Silent()));
        assertEquals("picture of 3 x 2", Words.of(picture));
        assertEquals("Holder (held 1, 2, number 0.5)", Words.of(new Holder(new int[] {1, 2}, 0.5)));
    }

    @Test
    void aFunctionIsNamedAfterWhatItIsFor() {
        Runnable act = () -> {};
        assertEquals("Runnable", Words.of(act));
    }

    @Test
    void aFileIsNamedWithoutTheMachineThatItLiesOn() {
        assertEquals("demo/swap.mp4", Words.of(Path.of("/home/ada/doppel/runs/demo/swap.mp4")));
    }

    @Test
    void longListsEndWithTheirCount() {
        var numbers = IntStream.range(0, 100).boxed().toList();
        assertEquals("0, 1, 2, 3, 4, 5, … 94 more", Words.of(numbers));
        assertEquals("none", Words.of(List.of()));
    }

    @Test
    void anOptionalIsWhatItHolds() {
        assertEquals("7", Words.of(Optional.of(7)));
        assertEquals("none", Words.of(Optional.empty()));
    }
}
