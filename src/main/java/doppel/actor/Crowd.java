package doppel.actor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Many random adults, a few pictures each, with labels: to train on before anyone's face is there.
 *
 * <p>A person is a folder {@code 00042} with {@code recipe.json}, {@code labels.jsonl} and, for each frame,
 * {@code pictures/000000.png}, {@code masks/000000.png} and {@code parts/000000.png} (places in {@link Part}). A folder
 * is there whole or not at all, so the same call goes on where it was stopped.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class Crowd {

    private static final String SETTINGS = "crowd.json";
    private static final String PICTURES = "pictures";
    private static final String MASKS = "masks";
    private static final String PARTS = "parts";

    /** Frames of one person are so far apart that none looks like another. */
    private static final double SECONDS_BETWEEN = 1.37;

    private static final int BLINKING_EVERY = 6;

    private static final long PEOPLE_A_SEED = 1_000_003;

    /** A line of a label file. */
    private record CrowdLine(
            String person,
            String picture,
            String face,
            String parts,
            @JsonUnwrapped ShotLabel label) {}

    private final Path folder;
    private final CrowdOptions options;
    private final Studio studio;
    private final LongFunction<ActorRecipe> people;

    private Crowd(Path folder, CrowdOptions options, Studio studio, LongFunction<ActorRecipe> people) {
        this.folder = folder;
        this.options = options;
        this.studio = studio;
        this.people = people;
    }

    /**
     * Films the people who are not there yet, two at a time, and writes {@code labels.jsonl} of all.
     *
     * @param people the random adult of a seed
     * @param progress is told after each person
     * @throws IllegalStateException if the folder holds a crowd of other frames, size or seed
     * @throws IOException if the disk fails, or the thread is interrupted; whole people stay
     */
    public static void film(
            Path folder,
            CrowdOptions options,
            Studio studio,
            LongFunction<ActorRecipe> people,
            Consumer<TakeStep> progress)
            throws IOException {
        OutputFolder.prepare(folder);
        new Crowd(folder, options, studio, people).film(progress);
    }

    /** The pictures of one person of a crowd, by the order of their moments. */
    public static Path pictures(Path folder, int person) {
        return folder.resolve(name(person)).resolve(PICTURES);
    }

    /**
     * How a crowd was made.
     *
     * @return with the number of people who are there
     * @throws IOException if there is none
     */
    public static CrowdOptions options(Path folder) throws IOException {
        try (var people = Files.list(folder)) {
            var count = (int)
                    people.filter(person -> person.getFileName().toString().matches("\\d{5,}"))
                            .count();
            return Json.read(folder.resolve(SETTINGS), CrowdOptions.class).withCount(count);
        }
    }

    private void film(Consumer<TakeStep> progress) throws IOException {
        // more people may join a crowd; all else stays
        OutputFolder.settle(folder, SETTINGS, options.withCount(1));
        var missing = IntStream.range(0, options.count())
                .boxed()
                .filter(number -> !Files.isDirectory(folder.resolve(name(number))))
                .toList();
        var there = options.count() - missing.size();
        progress.accept(new TakeStep(there, options.count()));
        InPairs.run(missing, this::film, done -> progress.accept(new TakeStep(there + done, options.count())));
        var lines = new ArrayList<String>();
        for (int i = 0; i < options.count(); i++) {
            lines.addAll(Files.readAllLines(folder.resolve(name(i)).resolve("labels.jsonl")));
        }
        AtomicFile.write(
                folder.resolve("labels.jsonl"), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void film(int number) throws IOException {
        var part = folder.resolve(name(number) + ".part");
        for (var kind : List.of(PICTURES, MASKS, PARTS)) {
            Files.createDirectories(part.resolve(kind));
        }
        var seed = options.seed() * PEOPLE_A_SEED + number;
        var recipe = people.apply(seed);
        Json.write(part.resolve("recipe.json"), recipe);
        var sitter = studio.seat(recipe, options.size());
        var performance = Performance.of(options.seed() * PEOPLE_A_SEED + number / options.troupe());
        var lines = new StringBuilder();
        for (int frame = 0; frame < options.frames(); frame++) {
            lines.append(ActorFiles.line(keep(part, name(number), frame, sitter.shoot(moment(performance, frame)))));
        }
        Files.writeString(part.resolve("labels.jsonl"), lines);
        Files.move(part, folder.resolve(name(number)));
    }

    /** A few frames would all miss the blinks, which last a fifth of a second. */
    private static Moment moment(Performance performance, int frame) {
        var seconds = frame * SECONDS_BETWEEN % (Performance.SECONDS - 1);
        var moment = performance.at(seconds);
        return frame % BLINKING_EVERY == BLINKING_EVERY - 1
                ? moment.blinking(frame / BLINKING_EVERY % 2 == 0 ? 1 : .5)
                : moment;
    }

    private CrowdLine keep(Path part, String person, int frame, Shot shot) throws IOException {
        var name = "/%06d.png".formatted(frame);
        PictureFile.write(shot.picture(), part.resolve(PICTURES + name));
        PictureFile.write(shot.face(), part.resolve(MASKS + name));
        PictureFile.write(shot.partPicture(), part.resolve(PARTS + name));
        return new CrowdLine(
                person,
                person + "/" + PICTURES + name,
                person + "/" + MASKS + name,
                person + "/" + PARTS + name,
                ShotLabel.of(frame, shot));
    }

    private static String name(int number) {
        return "%05d".formatted(number);
    }
}
