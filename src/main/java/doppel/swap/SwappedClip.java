package doppel.swap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import doppel.compute.Json;
import doppel.media.DamagedFrame;
import doppel.provenance.FileHash;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the swap of a clip came to.
 *
 * <p>It is kept beside the clip: {@code swap.mp4} has {@code swap.facts.json}.
 *
 * @param name of the clip that was written
 * @param sha256 of that clip
 * @param inputs target and weights
 * @param options of the swap
 * @param frames written: all good frames of the target
 * @param swapped frames in which a face was swapped; the others are as they were
 * @param damaged frames of the target that could not be read
 * @param seconds that the swap took
 */
public record SwappedClip(
        String name,
        String sha256,
        List<FileHash> inputs,
        SwapOptions options,
        int frames,
        int swapped,
        List<DamagedFrame> damaged,
        double seconds) {

    public SwappedClip {
        inputs = List.copyOf(inputs);
        damaged = List.copyOf(damaged);
    }

    /** Where the facts about {@code clip} lie. */
    public static Path beside(Path clip) {
        return clip.resolveSibling(clip.getFileName().toString().replaceFirst("\\.mp4$", "") + ".facts.json");
    }

    /**
     * @param clip that a swap wrote
     * @throws IOException if nothing is known about it, or it is another file by now
     */
    public static SwappedClip read(Path clip) throws IOException {
        if (!Files.exists(beside(clip))) {
            throw new IOException("nothing is known about a swap in %s: swap first".formatted(clip));
        }
        var known = Json.read(beside(clip), SwappedClip.class);
        if (!known.sha256.equals(Sha256.of(clip))) {
            throw new IOException("%s is not the clip that %s tells of: swap again".formatted(clip, beside(clip)));
        }
        return known;
    }

    /** Keeps these facts beside {@code clip}. */
    void write(Path clip) throws IOException {
        Json.write(beside(clip), this);
    }

    /** Reading and writing included. */
    @JsonIgnore
    public double framesPerSecond() {
        return frames / Math.max(seconds, 1e-9);
    }
}
