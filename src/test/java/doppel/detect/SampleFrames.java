package doppel.detect;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.compute.ModelFiles;
import doppel.geometry.Point;
import doppel.image.Warp;
import doppel.media.Frame;
import doppel.media.FrameReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Frames of the rendered actors, whose landmarks and poses are known exactly, and pictures made of them. */
public final class SampleFrames {

    public static final Path FOLDER = Path.of("data/samples");

    public static final ModelFiles MODELS = ModelFiles.in(Path.of("data/models"));

    /** Pixels a side of the frames that tests see: the clips' 512 would only cost time. */
    public static final int SIDE = 256;

    private static final Map<String, List<Labeled>> READ = new HashMap<>();

    private SampleFrames() {}

    /**
     * A frame with its exact answer.
     *
     * @param frame of 256 x 256 pixels
     * @param landmarks 68 points of the renderer
     * @param degrees yaw, pitch, roll
     */
    public record Labeled(Frame frame, List<Point> landmarks, List<Double> degrees) {

        public BufferedImage picture() {
            return frame.picture();
        }
    }

    public static Path clip(String actor) {
        return FOLDER.resolve(actor + ".mp4");
    }

    /** Every 12th frame of {@code actor-a} or {@code actor-b}. */
    public static synchronized List<Labeled> of(String actor) {
        return READ.computeIfAbsent(actor, SampleFrames::read);
    }

    /** Every 12th frame of both. */
    public static List<Labeled> all() {
        var all = new ArrayList<>(of("actor-a"));
        all.addAll(of("actor-b"));
        return all;
    }

    /** One frontal frame, 256 x 256. */
    public static BufferedImage face() {
        return of("actor-b").get(4).picture();
    }

    /** A gray picture of this size. */
    public static BufferedImage gray(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    /** {@code face} at another size on {@code picture}, its top left corner at x, y. */
    public static BufferedImage paste(BufferedImage picture, BufferedImage face, int side, int x, int y) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.drawImage(Warp.resize(face, side, side), x, y, null);
        graphics.dispose();
        return copy;
    }

    private static List<Labeled> read(String actor) {
        try (var reader = FrameReader.open(clip(actor))) {
            var labels = Files.readAllLines(FOLDER.resolve(actor + ".labels.jsonl"));
            var frames = new ArrayList<Labeled>();
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                var number = frame.get().number();
                if (number % 12 == 0) {
                    frames.add(labeled(frame.get(), Json.mapper().readTree(labels.get(number))));
                }
            }
            return List.copyOf(frames);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Labeled labeled(Frame full, JsonNode label) {
        var scale = (double) SIDE / full.picture().getWidth();
        var picture = Warp.resize(full.picture(), SIDE, SIDE);
        var frame = new Frame(full.number(), full.seconds(), picture, full.name());
        var points = new ArrayList<Point>();
        label.get("landmarks")
                .forEach(pair ->
                        points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble()).times(scale)));
        var degrees = new ArrayList<Double>();
        label.get("poseRadians").forEach(angle -> degrees.add(Math.toDegrees(angle.asDouble())));
        return new Labeled(frame, points, degrees);
    }
}
