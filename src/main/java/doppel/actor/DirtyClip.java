package doppel.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import doppel.compute.AtomicFile;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.FrameReader;
import doppel.media.MarkedWriter;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A clip of an actor in which known things go wrong, to learn from how data are cleaned: every fault is in the labels.
 *
 * <p>Book: chapter 3, "Sourcing data", and chapter 5, on cleaning.
 */
final class DirtyClip {

    static final int FRAMES = 150;

    /** Frames that show somebody else as well. */
    static final List<Integer> WITH_SECOND = range(Fault.SECOND_FACE);

    /** Before it, all frames can be decoded. */
    private static final int FIRST_LOST = 142;

    private static final float[] CLOTH = {.035f, .05f, .12f};

    /** A line of the label file. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record DirtyLine(@JsonUnwrapped ShotLabel label, Fault fault, List<List<Double>> secondLandmarks) {}

    private final Take take;
    private final Take second;
    private final int offset;

    /**
     * @param take frames of the actor, with parts, from {@code offset} on
     * @param second frames of somebody else with parts, the same numbers
     * @param offset number in the take of the clip's first frame
     */
    DirtyClip(Take take, Take second, int offset) {
        this.take = take;
        this.second = second;
        this.offset = offset;
    }

    /** What is wrong with a frame, 0 to 149; the last frames turn out lost when the file is damaged. */
    static Fault plan(int frame) {
        return switch (frame / 2) {
            case 6, 7, 8, 9, 10, 11 -> Fault.MOTION_BLUR;
            case 15, 16, 17, 18, 19, 20 -> Fault.DARK;
            case 24, 25, 26, 27, 28, 29 -> Fault.BLOWN_HIGHLIGHTS;
            case 33, 34, 35, 36, 37, 38, 39 -> Fault.OCCLUDER_MOUTH;
            case 42, 43, 44, 45, 46, 47, 48 -> Fault.OCCLUDER_EYES;
            case 51, 52, 53, 54, 55, 56, 57 -> Fault.SECOND_FACE;
            case 60, 61, 62, 63, 64 -> Fault.CUT_BY_EDGE;
            case 66, 67, 68 -> Fault.EYES_CLOSED;
            default -> Fault.NONE;
        };
    }

    /** The eyes stay closed where the plan says so. */
    static Sitter closingEyes(Sitter sitter, TakeOptions options, int offset) {
        return moment -> {
            var frame = (int) Math.round(moment.seconds() * options.framesPerSecond()) - offset;
            return sitter.shoot(plan(frame) == Fault.EYES_CLOSED ? moment.blinking(1) : moment);
        };
    }

    /** Writes clip and labels; the frames are filmed. */
    void write(Path clip, Path labels, Path sound, Origin origin) throws IOException {
        var size = take.options().size();
        var format = ClipFormat.of(size, size, take.options().framesPerSecond())
                .withBits(SampleSet.BITS)
                .withSoundFrom(sound);
        try (var out = MarkedWriter.clip(clip, format, Marks.actor(), origin)) {
            for (int i = 0; i < FRAMES; i++) {
                out.write(new Frame(i, take.options().seconds(i), picture(i), "%06d".formatted(i)));
            }
            out.finish();
        }
        DamagedClip.from(clip, FIRST_LOST, origin);
        var lost = lost(clip);
        var lines = new StringBuilder();
        for (int i = 0; i < FRAMES; i++) {
            lines.append(ActorFiles.line(line(i, lost.contains(i) ? Fault.TRUNCATED : plan(i))));
        }
        AtomicFile.write(labels, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> lost(Path clip) throws IOException {
        try (var reader = FrameReader.open(clip)) {
            while (reader.next().isPresent()) {
                // only what is lost counts
            }
            return reader.damaged().stream().map(frame -> frame.number()).toList();
        }
    }

    private BufferedImage picture(int frame) throws IOException {
        var picture = take.picture(offset + frame);
        var points = take.label(offset + frame).landmarkPoints();
        var unit = points.get(45).distanceTo(points.get(36));
        return switch (plan(frame)) {
            case MOTION_BLUR ->
                Spoiler.moved(picture, unit * (frame % 2 == 0 ? .34 : .26), unit * .1 * (frame % 3 - 1));
            case DARK -> Spoiler.exposed(picture, .045, .006, frame);
            case BLOWN_HIGHLIGHTS -> Spoiler.exposed(picture, 4.2, 0, frame);
            case OCCLUDER_MOUTH ->
                Occluder.hand(Point.mean(points.subList(48, 68)), unit, tone(picture, points))
                        .before(picture);
            case OCCLUDER_EYES ->
                Occluder.strip(Point.mean(points.subList(36, 42)), Point.mean(points.subList(42, 48)), CLOTH)
                        .before(picture);
            case SECOND_FACE -> withSecond(frame, picture);
            case CUT_BY_EDGE -> Spoiler.seen(picture, nearer(frame));
            default -> picture;
        };
    }

    private DirtyLine line(int frame, Fault fault) throws IOException {
        var label = take.label(offset + frame)
                .withoutDense()
                .as(frame, take.options().seconds(frame));
        var points = label.landmarkPoints();
        List<List<Double>> others = List.of();
        if (plan(frame) == Fault.SECOND_FACE) {
            points = aside().apply(points);
            others = ShotLabel.points(
                    beside(frame).apply(second.label(offset + frame).landmarkPoints()));
        } else if (plan(frame) == Fault.CUT_BY_EDGE) {
            points = nearer(frame).apply(points);
        }
        return new DirtyLine(label.withLandmarks(ShotLabel.points(points)), fault, others);
    }

    private BufferedImage withSecond(int frame, BufferedImage picture) throws IOException {
        var size = take.options().size();
        var other = second.picture(offset + frame);
        var person = second.person(offset + frame).eroded(size / 256.0).feathered(size / 350.0);
        var move = beside(frame);
        return Spoiler.before(
                Warp.picture(other, move, size, size, Warp.Outside.EDGE),
                Warp.mask(person, move, size, size, Warp.Outside.BLACK),
                Spoiler.seen(picture, aside()));
    }

    /** The actor makes room. */
    private Similarity aside() {
        return Similarity.shifting(-.2 * take.options().size(), 0);
    }

    /** The second person comes in from the right, a little farther away. */
    private Similarity beside(int frame) {
        var size = take.options().size();
        var come = Track.smooth((frame - WITH_SECOND.get(0)) / 9.0);
        return Similarity.scaling(.84).then(Similarity.shifting((.6 - .22 * come) * size, .16 * size));
    }

    /** The camera comes so near, and so far to the left, that the face leaves the picture on the right. */
    private Similarity nearer(int frame) {
        var first = range(Fault.CUT_BY_EDGE).get(0);
        var scale = 1.55 + .045 * (frame - first);
        return Similarity.scaling(scale)
                .then(Similarity.shifting(0, -.52 * (scale - 1) * take.options().size()));
    }

    /** Linear color of the skin below the nose's bridge. */
    static float[] tone(BufferedImage picture, List<Point> points) {
        var x = (int)
                Math.max(0, Math.min(picture.getWidth() - 1, points.get(29).x()));
        var y = (int)
                Math.max(0, Math.min(picture.getHeight() - 1, points.get(29).y()));
        var rgb = picture.getRGB(x, y);
        return new float[] {
            LightTable.light((byte) (rgb >> 16)), LightTable.light((byte) (rgb >> 8)), LightTable.light((byte) rgb)
        };
    }

    private static List<Integer> range(Fault fault) {
        var frames = new ArrayList<Integer>();
        for (int i = 0; i < FRAMES; i++) {
            if (plan(i) == fault) {
                frames.add(i);
            }
        }
        return List.copyOf(frames);
    }
}
