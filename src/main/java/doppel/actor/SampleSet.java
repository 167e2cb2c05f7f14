package doppel.actor;

import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.provenance.FileHash;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes everything that {@code data/samples} ships: two clips, a dirty one, truth, recipes and checksums.
 *
 * <p>Frames are kept in a folder of their own, so that the work can be stopped and goes on.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class SampleSet {

    /** The repository has 14 MB for all samples; rendered people need fewer bits than filmed ones. */
    static final double BITS = .46;

    private static final int TRUTH_FRAMES = 48;

    /** Frames of B that no clip shows, ten seconds after its end. */
    private static final List<Integer> HELD = IntStream.range(600, 612).boxed().toList();

    /** The dirty clip shows the actor a minute later than the clean one. */
    private static final int DIRTY_OFFSET = 1500;

    /**
     * Who plays.
     *
     * @param a whose face the truth shows
     * @param b whose clip is painted over
     * @param c enters the dirty clip
     */
    public record Cast(ActorRecipe a, ActorRecipe b, ActorRecipe c) {

        /** The three who ship with Doppel. */
        public static Cast shipped() {
            return new Cast(ActorRecipe.preset("a"), ActorRecipe.preset("b"), ActorRecipe.preset("c"));
        }
    }

    private final Studio studio;
    private final ActorRecipe a;
    private final ActorRecipe b;
    private final ActorRecipe c;
    private final int framesOfA;
    private final int framesOfB;
    private final TakeOptions options;

    /**
     * @param studio renders them
     * @param cast who plays
     * @param framesOfA 1 or more; 720 in the samples
     * @param framesOfB 48 or more, so that each truth frame has its own; 360 in the samples
     * @param options size and rate of all clips
     * @throws IllegalArgumentException if a clip is too short
     */
    public SampleSet(Studio studio, Cast cast, int framesOfA, int framesOfB, TakeOptions options) {
        require("a", framesOfA, 1, 720);
        require("b", framesOfB, TRUTH_FRAMES, 360);
        this.studio = studio;
        a = cast.a();
        b = cast.b();
        c = cast.c();
        this.framesOfA = framesOfA;
        this.framesOfB = framesOfB;
        this.options = options;
    }

    /**
     * Films what is not filmed yet, and writes all files.
     *
     * @param folder for the samples
     * @param work for the frames, about 700 MB at 512 pixels
     * @param progress is told what is filmed and how far it is
     * @throws IllegalStateException if {@code work} holds frames of something else
     * @throws IOException if the disk fails, or the thread is interrupted; what is filmed stays
     */
    public void make(Path folder, Path work, BiConsumer<String, TakeStep> progress) throws IOException {
        OutputFolder.prepare(folder);
        var size = options.size();
        var takeA =
                film("a", Performance.of("a"), work, List.of(a), numbers(framesOfA), studio.seat(a, size), progress);
        ActorFiles.write(a, takeA, framesOfA, folder, BITS);
        var withHeld = Stream.concat(numbers(framesOfB).stream(), HELD.stream()).toList();
        var takeB = film("b", Performance.of("b"), work, List.of(b), withHeld, studio.seat(b, size), progress);
        ActorFiles.write(b, takeB, framesOfB, folder, BITS);
        Json.write(folder.resolve(c.name() + ".recipe.json"), c);
        truth(folder, work, takeB, progress);
        dirty(folder, work, progress);
        sums(folder);
    }

    private void truth(Path folder, Path work, Take takeB, BiConsumer<String, TakeStep> progress) throws IOException {
        var ofClip = IntStream.range(0, TRUTH_FRAMES)
                .map(i -> (2 * i + 1) * framesOfB / (2 * TRUTH_FRAMES))
                .boxed()
                .toList();
        var all = Stream.concat(ofClip.stream(), HELD.stream()).toList();
        var truths = film(
                "truth", Performance.of("b"), work, List.of(b, a), all, studio.seat(b, a, options.size()), progress);
        new TruthFiles(takeB, truths, folder.resolve("truth")).ofClip(ofClip);
        new TruthFiles(takeB, truths, folder.resolve("held")).held(HELD);
    }

    private void dirty(Path folder, Path work, BiConsumer<String, TakeStep> progress) throws IOException {
        var size = options.size();
        var frames = IntStream.range(DIRTY_OFFSET, DIRTY_OFFSET + DirtyClip.FRAMES)
                .boxed()
                .toList();
        var shared = DirtyClip.WITH_SECOND.stream()
                .map(frame -> DIRTY_OFFSET + frame)
                .toList();
        var sitter = DirtyClip.closingEyes(studio.seat(a, size), options, DIRTY_OFFSET);
        var take = film("dirty", Performance.of("a"), work, List.of(a), frames, sitter, progress);
        var second = film("second", Performance.of("c"), work, List.of(c), shared, studio.seat(c, size), progress);
        var wav = folder.resolve("dirty.part.wav");
        try {
            Speech.write(Speech.of(take.performance(), Voice.of(a), options.seconds(DirtyClip.FRAMES)), wav);
            var told = new LinkedHashMap<String, Object>();
            told.put("faults", "as the label file says");
            told.put("take", options);
            var recipes = List.of(
                    FileHash.of(folder.resolve(a.name() + ".recipe.json")),
                    FileHash.of(folder.resolve(c.name() + ".recipe.json")));
            new DirtyClip(take, second, DIRTY_OFFSET)
                    .write(
                            folder.resolve(a.name() + "-dirty.mp4"),
                            folder.resolve(a.name() + "-dirty.labels.jsonl"),
                            wav,
                            new Origin(recipes, told, List.of()));
        } finally {
            Files.deleteIfExists(wav);
        }
    }

    private Take film(
            String name,
            Performance performance,
            Path work,
            List<ActorRecipe> recipes,
            List<Integer> numbers,
            Sitter sitter,
            BiConsumer<String, TakeStep> progress)
            throws IOException {
        var take = Take.open(work.resolve(name), recipes, performance, options.withParts(true));
        take.film(sitter, numbers, step -> progress.accept(name, step));
        return take;
    }

    /** In the format of sha256sum, so that anyone can check the samples. */
    private static void sums(Path folder) throws IOException {
        var lines = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals("SHA256SUMS")) {
                    lines.append(Sha256.of(file)).append("  ").append(name).append('\n');
                }
            }
        }
        AtomicFile.write(folder.resolve("SHA256SUMS"), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void require(String actor, int frames, int least, int usual) {
        if (frames < least) {
            throw new IllegalArgumentException(
                    "frames of %s must be %d or more, got %d; try %d".formatted(actor, least, frames, usual));
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
