package doppel.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePickerTest {

    private static final Path CLIP = Path.of("data/samples/actor-a-dirty.mp4");

    @Test
    void everyNthBeginsWithTheFirst() throws IOException {
        var numbers = FramePicker.everyNth(CLIP, 40).stream().map(Frame::number).toList();
        assertEquals(List.of(0, 40, 80, 120), numbers);
    }

    @Test
    void framesComeInTheOrderOfTheClip() throws IOException {
        var numbers = FramePicker.at(CLIP, List.of(30, 5, 30)).stream()
                .map(Frame::number)
                .toList();
        assertEquals(List.of(5, 30), numbers);
        assertEquals(7, FramePicker.at(CLIP, 7).number());
    }

    @Test
    void aDamagedFrameIsNamed() {
        var refused = assertThrows(IllegalArgumentException.class, () -> FramePicker.at(CLIP, 145));
        assertTrue(refused.getMessage().contains("no whole frame 145"), refused.getMessage());
    }

    @Test
    void everyZerothIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FramePicker.everyNth(CLIP, 0));
    }
}
