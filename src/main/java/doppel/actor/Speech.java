package doppel.actor;

import doppel.compute.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The sound of a performance, made by formula: nobody has spoken it, and it says nothing.
 *
 * <ol>
 *   <li>Vocal cords: pulses whose pitch falls over a phrase and rises on some syllables.
 *   <li>Throat and mouth: resonances that glide from sound to sound, as the mouth in the picture does.
 *   <li>Hiss and bursts of consonants: noise through one resonance.
 * </ol>
 */
final class Speech {

    static final int RATE = 22_050;

    /** Samples between two looks at what is spoken: 5 milliseconds. */
    private static final int STEP = 110;

    /** Seconds that a sound is heard before and after its own time. */
    private static final double LEAD = .022;

    private static final double HISS_LEAD = .006;
    private static final double PEAK = .6;
    private static final double[] WIDTHS = {70, 100, 140};
    private static final double[] AT_REST = {500, 1500, 2500};

    private final Performance performance;
    private final Voice voice;
    private final SplittableRandom noise;
    private final Drift accent;
    private final Drift jitter;
    private final Resonator[] hollows = {new Resonator(RATE), new Resonator(RATE), new Resonator(RATE)};
    private final Resonator teeth = new Resonator(RATE);
    private double phase;
    private double flow;

    private Speech(Performance performance, Voice voice) {
        this.performance = performance;
        this.voice = voice;
        this.noise = new SplittableRandom(performance.seed() + 77);
        this.accent = new Drift(performance.seed() + 78, .38);
        this.jitter = new Drift(performance.seed() + 79, .012);
    }

    /** 16-bit samples, {@value #RATE} a second. */
    static short[] of(Performance performance, Voice voice, double seconds) {
        return new Speech(performance, voice).speak((int) Math.round(seconds * RATE));
    }

    /** Writes a WAV file of one channel. */
    static void write(short[] samples, Path wav) throws IOException {
        var bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        for (var sample : samples) {
            bytes.putShort(sample);
        }
        AtomicFile.write(wav, bytes.array());
    }

    private short[] speak(int count) {
        var sound = new double[count];
        for (int from = 0; from < count; from += STEP) {
            fill(sound, from, Math.min(count, from + STEP));
        }
        return leveled(sound);
    }

    private void fill(double[] sound, int from, int to) {
        var seconds = (from + STEP / 2.0) / RATE;
        var babble = performance.babble();
        var volume = phrase(babble, seconds) * performance.speech(seconds);
        var voiced = volume * babble.blend(seconds, LEAD, Phone::voice);
        var hissed = volume * babble.blend(seconds, HISS_LEAD, Phone::hiss);
        var heard = babble.blend(seconds, .06, phone -> 1);
        for (int i = 0; i < hollows.length; i++) {
            var number = i;
            var hertz = babble.blend(seconds, .06, phone -> phone.formant(number)) + (1 - heard) * AT_REST[i];
            hollows[i].tune(hertz * voice.throat(), WIDTHS[i]);
        }
        var hissing = Math.max(1e-6, babble.blend(seconds, HISS_LEAD, phone -> phone.hiss() > 0 ? 1 : 0));
        teeth.tune(
                Math.max(
                        900,
                        babble.blend(seconds, HISS_LEAD, phone -> phone.hiss() > 0 ? phone.hissHertz() : 0) / hissing),
                1200);
        var pitch = pitch(babble, seconds);
        for (int i = from; i < to; i++) {
            var breath = noise.nextDouble(-1, 1);
            var value = voiced * (pulse(pitch) + .015 * breath);
            for (var hollow : hollows) {
                value = hollow.next(value);
            }
            sound[i] = value + .05 * hissed * teeth.next(breath);
        }
    }

    /** Change of the air flow through the vocal cords: it rises slowly and stops at once. */
    private double pulse(double hertz) {
        phase += hertz / RATE;
        phase -= Math.floor(phase);
        var rise = phase / .4;
        var fall = (phase - .4) / .17;
        var next = phase < .4 ? rise * rise * (3 - 2 * rise) : phase < .57 ? 1 - fall * fall : 0;
        var change = next - flow;
        flow = next;
        return change;
    }

    private double pitch(Babble babble, double seconds) {
        var share = .5;
        for (var phrase : babble.phrases()) {
            if (phrase.start() <= seconds && seconds <= phrase.end()) {
                share = (seconds - phrase.start()) / (phrase.end() - phrase.start());
            }
        }
        return voice.hertz() * (1.14 - .26 * share + .09 * accent.at(seconds) + .008 * jitter.at(seconds));
    }

    /** Loud within phrases, silent between them. */
    private static double phrase(Babble babble, double seconds) {
        var volume = 0.0;
        for (var phrase : babble.phrases()) {
            if (phrase.start() - .06 <= seconds && seconds <= phrase.end() + .12) {
                volume = Math.min(
                        Track.smooth((seconds - phrase.start() + .06) / .08),
                        Track.smooth((phrase.end() + .12 - seconds) / .2));
            }
        }
        return volume;
    }

    private static short[] leveled(double[] sound) {
        var peak = 1e-9;
        for (var value : sound) {
            peak = Math.max(peak, Math.abs(value));
        }
        var samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            samples[i] = (short) Math.round(sound[i] / peak * PEAK * 32767);
        }
        return samples;
    }
}
