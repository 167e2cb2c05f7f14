package doppel.actor;

import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.image.Mask;
import doppel.image.PictureFile;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A folder of filmed frames: pictures, face masks and labels by number.
 *
 * <p>It can be stopped at any time: a frame is there whole or not at all, and the same call goes on with those that
 * lack. A folder holds frames of one recipe, performance and size only.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class Take {

    private static final int VERSION = 1;

    /** What all frames of a folder have in common. */
    private record Settings(int version, List<String> recipeSha256, long seed, Manner manner, TakeOptions options) {}

    private final Path folder;
    private final Performance performance;
    private final TakeOptions options;

    private Take(Path folder, Performance performance, TakeOptions options) {
        this.folder = folder;
        this.performance = performance;
        this.options = options;
    }

    /**
     * A new folder, or one that was begun with the same settings.
     *
     * @param recipes of everyone whose looks go into the pictures
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if it holds frames of something else
     */
    public static Take open(Path folder, List<ActorRecipe> recipes, Performance performance, TakeOptions options)
            throws IOException {
        OutputFolder.prepare(folder);
        var fingerprints = recipes.stream().map(Take::fingerprint).toList();
        OutputFolder.settle(
                folder,
                "take.json",
                new Settings(VERSION, fingerprints, performance.seed(), performance.manner(), options));
        return new Take(folder, performance, options);
    }

    /** The SHA-256 of a recipe: another slider, another number. */
    static String fingerprint(ActorRecipe recipe) {
        try {
            return Sha256.of(Json.mapper().writeValueAsBytes(recipe));
        } catch (IOException impossible) {
            throw new AssertionError("a recipe is plain values", impossible);
        }
    }

    /**
     * Films the frames that are not there yet, two at a time.
     *
     * @param numbers of the wanted frames
     * @param progress is told after each frame, by one thread at a time
     * @throws IllegalArgumentException if the performance ends before the last frame
     * @throws IOException if the disk fails, or the thread is interrupted; what is done stays
     */
    public void film(Sitter sitter, List<Integer> numbers, Consumer<TakeStep> progress) throws IOException {
        for (var number : numbers) {
            performance.at(options.seconds(number));
        }
        var missing = numbers.stream().filter(number -> !isThere(number)).toList();
        var there = numbers.size() - missing.size();
        progress.accept(new TakeStep(there, numbers.size()));
        InPairs.run(
                missing,
                number -> keep(number, sitter.shoot(performance.at(options.seconds(number)))),
                done -> progress.accept(new TakeStep(there + done, numbers.size())));
    }

    public TakeOptions options() {
        return options;
    }

    public Performance performance() {
        return performance;
    }

    /**
     * @throws IOException if the frame was not filmed, or is damaged
     */
    public BufferedImage picture(int number) throws IOException {
        return PictureFile.read(file("frames", number, ".png"));
    }

    /**
     * @throws IOException if the frame was not filmed, or is damaged
     */
    public Mask face(int number) throws IOException {
        return PictureFile.readMask(file("faces", number, ".png"));
    }

    /**
     * @throws IOException if the frame was not filmed
     */
    public ShotLabel label(int number) throws IOException {
        return Json.read(file("labels", number, ".json"), ShotLabel.class);
    }

    /** What is not the backdrop, as a mask; the take keeps parts. */
    Mask person(int number) throws IOException {
        var parts = PictureFile.readMask(file("parts", number, ".png"));
        var bytes = parts.bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] == Part.BACKGROUND.number() ? 0 : 255);
        }
        return new Mask(parts.width(), parts.height(), bytes);
    }

    private boolean isThere(int number) {
        return Files.exists(file("frames", number, ".png"));
    }

    /** The picture last: where it is, everything of its frame is. */
    private void keep(int number, Shot shot) throws IOException {
        if (options.parts()) {
            PictureFile.write(shot.partPicture(), file("parts", number, ".png"));
        }
        PictureFile.write(shot.face(), file("faces", number, ".png"));
        AtomicFile.write(file("labels", number, ".json"), Json.mapper().writeValueAsBytes(ShotLabel.of(number, shot)));
        PictureFile.write(shot.picture(), file("frames", number, ".png"));
    }

    private Path file(String kind, int number, String ending) {
        return folder.resolve(kind).resolve("%06d".formatted(number) + ending);
    }
}
