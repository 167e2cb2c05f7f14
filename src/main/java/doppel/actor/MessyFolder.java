package doppel.actor;

import doppel.compute.Json;
import doppel.media.FrameReader;
import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A folder of pictures as people collect them, in which everything goes wrong that goes wrong, and every fault is known:
 * to practice cleaning on, and to measure how well rules find faults.
 *
 * <pre>{@code
 * var messy = MessyFolder.plant(samples, folder, 400, 7);
 * var faces = bench.extract(messy.pictures(), "actor-a-messy");
 * }</pre>
 *
 * <p>Beside the folder of pictures lie their labels, {@code planted.jsonl}, and one manifest for all of them.
 *
 * <p>Book: chapter 8, "Getting data under control".
 *
 * @param pictures the folder with nothing but pictures, and what pretends to be one
 * @param planted a line for each of them, in the order that an extraction counts them
 */
public record MessyFolder(Path pictures, List<Planted> planted) {

    /** Fewer cannot hold every kind of fault. */
    public static final int FEWEST = 60;

    /** The clip has no more frames. */
    public static final int MOST = 1000;

    /** The practice folder of the notebooks: the limits of the standard rules were chosen on it and on seed 8. */
    public static final long SEED = 7;

    private static final String SETTINGS = "messy.json";
    private static final String LABELS = "planted.jsonl";
    private static final String PICTURES = "pictures";

    private record Settings(int version, int pictures, long seed, List<FileHash> sources) {}

    public MessyFolder {
        planted = List.copyOf(planted);
    }

    /**
     * Writes the folder, or finds it where the same call wrote it before. It appears whole or not at all.
     *
     * @param samples the folder {@code data/samples}
     * @param into a new folder
     * @param pictures how many, {@value #FEWEST} to {@value #MOST}; about half of them are good
     * @param seed the same seed gives the same folder
     * @throws IllegalArgumentException if the number is out of its range
     * @throws IllegalStateException if the folder was made with another number or seed
     * @throws IOException if a sample is missing, or the disk refuses
     */
    public static MessyFolder plant(Path samples, Path into, int pictures, long seed) throws IOException {
        if (pictures < FEWEST || pictures > MOST) {
            throw new IllegalArgumentException(
                    "a messy folder has %d to %d pictures, got %d; try 400".formatted(FEWEST, MOST, pictures));
        }
        var clips = Map.of(
                MessPlan.Source.PERSON, LabeledClip.of(samples, "actor-a"),
                MessPlan.Source.OTHER, LabeledClip.of(samples, "actor-b"),
                MessPlan.Source.DIRTY, LabeledClip.of(samples, "actor-a-dirty"));
        var sources = new ArrayList<FileHash>();
        for (var source : MessPlan.Source.values()) {
            sources.add(FileHash.of(clips.get(source).file()));
        }
        var settings = new Settings(1, pictures, seed, sources);
        if (Files.exists(into)) {
            if (!Files.exists(into.resolve(SETTINGS))) {
                throw new IllegalStateException(into + " is there already and is no messy folder: give another one");
            }
            OutputFolder.settle(into, SETTINGS, settings);
            return open(into);
        }
        var part = into.resolveSibling(into.getFileName() + ".part");
        delete(part);
        try {
            OutputFolder.prepare(part.resolve(PICTURES));
            write(part, clips, settings);
            Files.move(part, into, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(part);
        }
        return open(into);
    }

    /**
     * A folder that was planted before.
     *
     * @throws IOException if there is none
     */
    public static MessyFolder open(Path folder) throws IOException {
        var planted = new ArrayList<Planted>();
        for (var line : Files.readAllLines(folder.resolve(LABELS))) {
            planted.add(Json.mapper().readValue(line, Planted.class));
        }
        return new MessyFolder(folder.resolve(PICTURES), planted);
    }

    /** How many pictures have each fault, the good ones included. */
    public Map<FaultKind, Long> counts() {
        return planted.stream()
                .collect(Collectors.groupingBy(
                        Planted::fault, () -> new java.util.EnumMap<>(FaultKind.class), Collectors.counting()));
    }

    @Override
    public String toString() {
        return "messy folder: %d pictures, %s"
                .formatted(
                        planted.size(),
                        counts().entrySet().stream()
                                .map(entry -> entry.getValue() + " "
                                        + (entry.getKey() == FaultKind.NONE
                                                ? "good"
                                                : entry.getKey().label()))
                                .collect(Collectors.joining(", ")));
    }

    private static void write(Path folder, Map<MessPlan.Source, LabeledClip> clips, Settings settings)
            throws IOException {
        var jobs = MessPlan.of(
                settings.pictures(),
                clips.get(MessPlan.Source.PERSON).frames(),
                clips.get(MessPlan.Source.OTHER).frames(),
                clips.get(MessPlan.Source.DIRTY).whole(),
                settings.seed());
        var planted = new Planted[jobs.size()];
        var damages = 0;
        for (var source : MessPlan.Source.values()) {
            var clip = clips.get(source);
            var byFrame = jobs.stream()
                    .filter(job -> job.source() == source)
                    .collect(Collectors.groupingBy(MessPlan.Job::frame));
            var last = byFrame.keySet().stream().max(Comparator.naturalOrder()).orElse(-1);
            try (var reader = FrameReader.open(clip.file())) {
                for (var frame = reader.next();
                        frame.isPresent() && frame.get().number() <= last;
                        frame = reader.next()) {
                    for (var job : byFrame.getOrDefault(frame.get().number(), List.of())) {
                        planted[job.place()] = job.fault() == FaultKind.DAMAGED
                                ? DamagedPicture.write(
                                        folder.resolve(PICTURES), frame.get().picture(), job, damages++)
                                : picture(folder, frame.get().picture(), job, clip);
                    }
                }
            }
        }
        var lines = new StringBuilder();
        for (var line : planted) {
            lines.append(Json.mapper().writeValueAsString(line)).append('\n');
        }
        Files.writeString(folder.resolve(LABELS), lines);
        manifest(folder, settings);
        OutputFolder.settle(folder, SETTINGS, settings);
    }

    private static Planted picture(Path folder, BufferedImage picture, MessPlan.Job job, LabeledClip clip)
            throws IOException {
        var fault = job.fault() == FaultKind.NONE ? clip.fault(job.frame()) : job.fault();
        var done = MessPainter.paint(picture, clip.points(job.frame(), "landmarks"), job.fault(), job.seed());
        var file = "%06d.jpg".formatted(job.place());
        var quality = new Random(job.seed()).nextInt(75, 93) / 100f;
        JpegFile.write(labeled(done.picture()), folder.resolve(PICTURES).resolve(file), quality);
        var second = clip.points(job.frame(), "secondLandmarks");
        var how = job.source() == MessPlan.Source.DIRTY && fault != FaultKind.NONE
                ? clip.faultWords(job.frame())
                : done.how();
        return new Planted(
                job.place(),
                file,
                fault,
                how,
                job.like(),
                second.isEmpty()
                        ? List.of()
                        : List.of(second.get(30).x(), second.get(30).y()));
    }

    static BufferedImage labeled(BufferedImage picture) {
        return VisibleLabel.of(Marks.actor(), picture.getWidth(), picture.getHeight())
                .draw(picture);
    }

    private static void manifest(Path folder, Settings settings) throws IOException {
        var outputs = new ArrayList<FileHash>();
        try (var files = Files.list(folder.resolve(PICTURES))) {
            for (var file : files.sorted().toList()) {
                outputs.add(new FileHash(file.getFileName().toString(), Sha256.of(file), Files.size(file)));
            }
        }
        var told = Map.<String, Object>of("pictures", settings.pictures(), "seed", settings.seed());
        Manifest.of(Marks.actor(), new Origin(settings.sources(), told, List.of()), outputs)
                .write(folder.resolve(PICTURES + ".manifest.json"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
