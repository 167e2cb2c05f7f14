package doppel.actor;

import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.MarkedWriter;
import doppel.provenance.Consent;
import doppel.provenance.FileHash;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an actor consists of on the disk: {@code NAME.mp4}, {@code NAME.labels.jsonl}, {@code NAME.consent.json},
 * {@code NAME.recipe.json} and the manifest of the clip.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class ActorFiles {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final String STATEMENT = "Rendered by Doppel from a recipe and a CC0 head mesh; nobody's likeness.";

    private ActorFiles() {}

    /**
     * Encodes the first frames of a take with the sound of its performance, and writes all files of the actor.
     *
     * @param take filmed from frame 0 on
     * @param frames how many
     * @param folder where to
     * @return the clip
     * @throws IOException if a frame lacks, or the disk fails
     */
    public static Path write(ActorRecipe recipe, Take take, int frames, Path folder) throws IOException {
        return write(recipe, take, frames, folder, 1);
    }

    /**
     * @param bits as {@link ClipFormat#withBits} takes them
     */
    static Path write(ActorRecipe recipe, Take take, int frames, Path folder, double bits) throws IOException {
        var labels = folder.resolve(recipe.name() + ".labels.jsonl");
        var lines = new StringBuilder();
        for (int i = 0; i < frames; i++) {
            lines.append(line(take.label(i).withoutDense()));
        }
        AtomicFile.write(labels, lines.toString().getBytes(StandardCharsets.UTF_8));
        var recipeFile = folder.resolve(recipe.name() + ".recipe.json");
        Json.write(recipeFile, recipe);
        var clip = folder.resolve(recipe.name() + ".mp4");
        encode(recipe, take, frames, clip, bits, origin(recipeFile, take, frames));
        Json.write(folder.resolve(recipe.name() + ".consent.json"), consent(recipe, labels));
        return clip;
    }

    /** The consent that a synthetic person carries: it names the labels that the frames were rendered with. */
    static Consent consent(ActorRecipe recipe, Path labels) throws IOException {
        return new Consent(
                recipe.name(),
                Subject.SYNTHETIC,
                Set.of(Use.TRAIN, Use.SWAP),
                SINCE,
                Optional.empty(),
                STATEMENT,
                Optional.of(Sha256.of(labels)));
    }

    static String line(Object value) throws IOException {
        return Json.mapper().writeValueAsString(value) + "\n";
    }

    private static Origin origin(Path recipeFile, Take take, int frames) throws IOException {
        var told = new LinkedHashMap<String, Object>();
        told.put("seed", take.performance().seed());
        told.put("manner", take.performance().manner());
        told.put("take", take.options());
        told.put("frames", frames);
        return new Origin(List.of(FileHash.of(recipeFile)), told, List.of());
    }

    private static void encode(ActorRecipe recipe, Take take, int frames, Path clip, double bits, Origin origin)
            throws IOException {
        var wav = clip.resolveSibling(recipe.name() + ".part.wav");
        var options = take.options();
        try {
            Speech.write(Speech.of(take.performance(), Voice.of(recipe), options.seconds(frames)), wav);
            var format = ClipFormat.of(options.size(), options.size(), options.framesPerSecond())
                    .withBits(bits)
                    .withSoundFrom(wav);
            try (var out = MarkedWriter.clip(clip, format, Marks.actor(), origin)) {
                for (int i = 0; i < frames; i++) {
                    out.write(new Frame(i, options.seconds(i), take.picture(i), "%06d".formatted(i)));
                }
                out.finish();
            }
        } finally {
            Files.deleteIfExists(wav);
        }
    }
}
