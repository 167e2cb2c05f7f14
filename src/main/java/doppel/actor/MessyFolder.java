package doppel.actor;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.geometry.Point;
import doppel.media.FrameReader;
import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

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

    private static final String SETTINGS = "messy.json";
    private static final String LABELS = "planted.jsonl";
    private static final String PICTURES = "pictures";
    private static final String OUTSIDE = "outside.jpg";

    private record Settings(int version, int pictures, long seed, List<FileHash> sources) {}

    /** Weight of a blink from which on the eyes are shut. */
    private static final double SHUT = .7;

    /** What a clip shows, by frame. */
    private record Clip(Path file, List<JsonNode> labels) {
        static Clip of(Path samples, String name) throws IOException {
            var labels = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(samples.resolve(name + ".labels.jsonl"))) {
                labels.add(Json.mapper().readTree(line));
            }
            return new Clip(samples.resolve(name + ".mp4"), labels);
        }

        FaultKind fault(int frame) {
            var label = labels.get(frame).path("fault").asText(Fault.NONE.label());
            return Arrays.stream(Fault.values())
                    .filter(fault -> fault.label().equals(label))
                    .map(FaultKind::of)
                    .findFirst()
                    .map(fault -> fault == FaultKind.NONE && blinks(frame) ? FaultKind.EYES_CLOSED : fault)
                    .orElseThrow();
        }

        private boolean blinks(int frame) {
            var units = labels.get(frame).path("expression");
            return Math.min(
                            units.path("eyeBlinkLeft").asDouble(),
                            units.path("eyeBlinkRight").asDouble())
                    > SHUT;
        }

        /** Frames before the first that cannot be decoded. */
        int whole() {
            var frame = 0;
            while (frame < labels.size() && fault(frame) != FaultKind.DAMAGED) {
                frame++;
            }
            return frame;
        }

        List<Point> points(int frame, String field) {
            var points = new ArrayList<Point>();
            labels.get(frame)
                    .path(field)
                    .forEach(xy -> points.add(
                            new Point(xy.get(0).asDouble(), xy.get(1).asDouble())));
            return points;
        }
    }

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
                MessPlan.Source.PERSON, Clip.of(samples, "actor-a"),
                MessPlan.Source.OTHER, Clip.of(samples, "actor-b"),
                MessPlan.Source.DIRTY, Clip.of(samples, "actor-a-dirty"));
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

    private static void write(Path folder, Map<MessPlan.Source, Clip> clips, Settings settings) throws IOException {
        var jobs = MessPlan.of(
                settings.pictures(),
                clips.get(MessPlan.Source.PERSON).labels().size(),
                clips.get(MessPlan.Source.OTHER).labels().size(),
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
                                ? damaged(folder, frame.get().picture(), job, damages++)
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

    private static Planted picture(Path folder, BufferedImage picture, MessPlan.Job job, Clip clip) throws IOException {
        var fault = job.fault() == FaultKind.NONE ? clip.fault(job.frame()) : job.fault();
        var done = MessPainter.paint(picture, clip.points(job.frame(), "landmarks"), job.fault(), job.seed());
        var file = "%06d.jpg".formatted(job.place());
        var quality = new Random(job.seed()).nextInt(75, 93) / 100f;
        JpegFile.write(labeled(done.picture()), folder.resolve(PICTURES).resolve(file), quality);
        var second = clip.points(job.frame(), "secondLandmarks");
        var how = job.source() == MessPlan.Source.DIRTY && fault != FaultKind.NONE
                ? clip.labels().get(job.frame()).path("fault").asText()
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

    /** Each way in turn. */
    private static Planted damaged(Path folder, BufferedImage picture, MessPlan.Job job, int count)
            throws IOException {
        var how = MessPlan.Damage.values()[count % MessPlan.Damage.values().length];
        var name = "%06d".formatted(job.place());
        var jpeg = folder.resolve(PICTURES).resolve(name + ".jpg");
        var png = folder.resolve(PICTURES).resolve(name + ".png");
        switch (how) {
            case TRUNCATED -> {
                JpegFile.write(labeled(picture), jpeg);
                var bytes = Files.readAllBytes(jpeg);
                Files.write(jpeg, Arrays.copyOf(bytes, bytes.length / 2));
            }
            case EMPTY -> Files.createFile(jpeg);
            case TEXT -> Files.writeString(png, "This was a note, until somebody renamed it.\n");
            case BOMB -> Files.write(png, bomb());
            case LINK -> {
                JpegFile.write(labeled(picture), folder.resolve(OUTSIDE));
                Files.createSymbolicLink(jpeg, Path.of("..", OUTSIDE));
            }
        }
        var words =
                switch (how) {
                    case TRUNCATED -> "cut short";
                    case EMPTY -> "empty";
                    case TEXT -> "text renamed to PNG";
                    case BOMB -> "108 megapixels";
                    case LINK -> "link out of the folder";
                };
        var file = (Files.exists(png) ? png : jpeg).getFileName().toString();
        return new Planted(job.place(), file, FaultKind.DAMAGED, words, job.place(), List.of());
    }

    /** A PNG of a few bytes that claims 12,000 x 9,000 pixels. */
    private static byte[] bomb() {
        var header = ByteBuffer.allocate(13)
                .putInt(12_000)
                .putInt(9_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var png = ByteBuffer.allocate(8 + 25 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(png, "IHDR", header);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        var sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        png.putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        png.putInt((int) sum.getValue());
    }

    private static BufferedImage labeled(BufferedImage picture) {
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
