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
import java.util.Optional;

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
    static Path beside(Path clip) {
        return clip.resolveSibling(clip.getFileName().toString().replaceFirst("\\.mp4$", "") + ".facts.json");
    }

    /**
     * What is known about {@code clip}; empty if nothing is, or if it is another file by now.
     *
     * @throws IOException if the facts cannot be read
     */
    public static Optional<SwappedClip> of(Path clip) throws IOException {
        if (!Files.exists(clip) || !Files.exists(beside(clip))) {
            return Optional.empty();
        }
        var known = Json.read(beside(clip), SwappedClip.class);
        return known.sha256.equals(Sha256.of(clip)) ? Optional.of(known) : Optional.empty();
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
