package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechTest {

    private static final Performance PERFORMANCE = Performance.of("a");
    private static final Voice VOICE = new Voice(190, 1.15);
    private static final short[] SOUND = Speech.of(PERFORMANCE, VOICE, 6);

    @Test
    void theSamePerformanceSoundsTheSame() {
        assertArrayEquals(SOUND, Speech.of(PERFORMANCE, VOICE, 6));
    }

    @Test
    void itIsHeardAndNeverClipped() {
        var most = 0;
        var squares = 0.0;
        for (var sample : SOUND) {
            most = Math.max(most, Math.abs(sample));
            squares += (double) sample * sample;
        }
        assertEquals(.6 * 32767, most, 2);
        assertTrue(Math.sqrt(squares / SOUND.length) > 800);
    }

    @Test
    void itFallsSilentBetweenPhrases() {
        var phrases = PERFORMANCE.babble().phrases();
        assertTrue(loudness(phrases.get(0).end() + .16, phrases.get(1).start() - .08) < 30);
        assertTrue(loudness(phrases.get(0).start(), phrases.get(0).end()) > 800);
    }

    @Test
    void aHigherVoiceHasAHigherPitch() {
        assertEquals(190, pitch(SOUND), 30);
        assertEquals(110, pitch(Speech.of(PERFORMANCE, new Voice(110, 1), 6)), 18);
    }

    @Test
    void aPlayerReadsIt(@TempDir Path folder) throws IOException, UnsupportedAudioFileException {
        var wav = folder.resolve("speech.wav");
        Speech.write(SOUND, wav);
        try (var stream = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertEquals(Speech.RATE, stream.getFormat().getSampleRate());
            assertEquals(1, stream.getFormat().getChannels());
            assertEquals(SOUND.length, stream.getFrameLength());
        }
    }

    private static double loudness(double from, double to) {
        var squares = 0.0;
        var count = 0;
        for (int i = (int) (from * Speech.RATE); i < to * Speech.RATE && i < SOUND.length; i++) {
            squares += (double) SOUND[i] * SOUND[i];
            count++;
        }
        return Math.sqrt(squares / count);
    }

    /** The rate at which the longest vowel repeats itself best, in hertz. */
    private static double pitch(short[] sound) {
        var vowel = PERFORMANCE.babble().sounds().stream()
                .filter(heard -> heard.phone() == Phone.AH && heard.end() < 5.8)
                .max(Comparator.comparingDouble(heard -> heard.end() - heard.start()))
                .orElseThrow();
        var from = (int) ((vowel.middle() - .03) * Speech.RATE);
        var best = 0.0;
        var lag = 0;
        for (int shift = Speech.RATE / 320; shift < Speech.RATE / 80; shift++) {
            var sum = 0.0;
            for (int i = from; i < from + 900; i++) {
                sum += (double) sound[i] * sound[i + shift];
            }
            if (sum > best) {
                best = sum;
                lag = shift;
            }
        }
        return Speech.RATE / (double) lag;
    }
}
