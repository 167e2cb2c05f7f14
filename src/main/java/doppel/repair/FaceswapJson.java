package doppel.repair;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import doppel.align.FaceAligner;
import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.detect.DetectedFace;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import doppel.repair.FaceswapAlignments.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and writes the file of {@link FaceswapAlignments}, one frame after the other, and believes nothing in it.
 *
 * <p>Read are two forms: what the export job writes, and the same faces under the names of faceswap's own file.
 *
 * <pre>
 * "frame": [{"detected": [left, top, right, bottom], "landmarks_2d": [[x, y], ...]}]
 * "frame": {"faces": [{"x": 1, "y": 2, "w": 3, "h": 4, "landmarks_xy": [[x, y], ...]}]}
 * </pre>
 */
final class FaceswapJson {

    private static final long MOST_BYTES = 256_000_000;
    private static final int MOST_FACES = 1000;

    /** No frame of a clip is as large. */
    private static final double MOST_PIXELS = 100_000;

    private FaceswapJson() {}

    static Map<String, List<Face>> read(Path file) throws IOException {
        require(file);
        var frames = new LinkedHashMap<String, List<Face>>();
        try (var parser = Json.mapper().createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object of frames");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                read(parser, frames);
            }
        } catch (JsonProcessingException broken) {
            throw fault(file, "it is broken" + near(broken));
        } catch (IOException | IllegalArgumentException wrong) {
            throw fault(file, wrong.getMessage());
        }
        return frames;
    }

    private static void require(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing: export the alignments to JSON in faceswap first");
        }
        if (isPickle(file)) {
            throw new IOException(
                    ("%s is faceswap's own file, a pickle, and opening a pickle runs whatever program is in it: export"
                                    + " it to JSON in faceswap (alignments tool, job \"export\") and read that")
                            .formatted(file.getFileName()));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, more than %d: export a shorter clip"
                    .formatted(file.getFileName(), Files.size(file), MOST_BYTES));
        }
    }

    /** By its name, or, renamed, by its first bytes: those of a zlib stream or of a bare pickle. */
    private static boolean isPickle(Path file) throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try (var bytes = Files.newInputStream(file)) {
            var first = bytes.read();
            return name.endsWith(".fsa") || name.matches(".*\\.(p|pkl|pickle)") || first == 0x78 || first == 0x80;
        }
    }

    private static void read(JsonParser parser, Map<String, List<Face>> frames) throws IOException {
        var name = parser.currentName();
        parser.nextToken();
        JsonNode value = parser.readValueAsTree();
        var list = value.isObject() ? value.path("faces") : value;
        if (!list.isArray() || list.size() > MOST_FACES) {
            throw new IOException("frame \"%s\" has no list of at most %d faces".formatted(name, MOST_FACES));
        }
        var faces = new ArrayList<Face>();
        for (var face : list) {
            try {
                faces.add(face(face));
            } catch (IllegalArgumentException wrong) {
                throw new IOException("face %d of frame \"%s\": %s".formatted(faces.size(), name, wrong.getMessage()));
            }
        }
        if (frames.put(name, List.copyOf(faces)) != null) {
            throw new IOException("it names frame \"%s\" twice".formatted(name));
        }
    }

    private static Face face(JsonNode face) {
        var landmarks = landmarks(face.has("landmarks_2d") ? face.get("landmarks_2d") : face.path("landmarks_xy"));
        if (face.has("detected")) {
            var sides = face.get("detected");
            var left = number(sides.path(0));
            var top = number(sides.path(1));
            return new Face(box(left, top, number(sides.path(2)) - left, number(sides.path(3)) - top), landmarks);
        }
        return new Face(
                box(number(face.path("x")), number(face.path("y")), number(face.path("w")), number(face.path("h"))),
                landmarks);
    }

    private static Box box(double left, double top, double width, double height) {
        return DetectedFace.drawn(new Box(left, top, width, height)).box(); // refuses a box without area
    }

    private static Landmarks landmarks(JsonNode pairs) {
        var points = new ArrayList<Point>();
        for (var pair : pairs) {
            points.add(new Point(number(pair.path(0)), number(pair.path(1))));
        }
        var landmarks = new Landmarks(points);
        FaceAligner.toFaceUnits(landmarks); // refuses points that all coincide
        return landmarks;
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !(Math.abs(node.asDouble()) <= MOST_PIXELS)) {
            throw new IllegalArgumentException("a coordinate must be a number of at most %.0f pixels, got %s"
                    .formatted(MOST_PIXELS, node.isMissingNode() ? "nothing" : node));
        }
        return node.asDouble();
    }

    /** Where a file is broken; it may also be too deep to have a place. */
    private static String near(JsonProcessingException broken) {
        return broken.getLocation() == null
                ? " or nested too deeply"
                : " near line " + broken.getLocation().getLineNr();
    }

    private static IOException fault(Path file, String why) {
        return new IOException(
                "%s is not what faceswap exports: %s; export it again, as JSON".formatted(file.getFileName(), why));
    }

    static void write(Map<String, List<Face>> frames, Path file) throws IOException {
        var exported = new LinkedHashMap<String, List<Exported>>();
        frames.forEach((name, faces) ->
                exported.put(name, faces.stream().map(Exported::of).toList()));
        AtomicFile.write(file, Json.mapper().writeValueAsBytes(exported));
    }

    /** A face under the names of the export job. */
    private record Exported(
            long[] detected, @JsonProperty("landmarks_2d") Landmarks landmarks) {

        static Exported of(Face face) {
            var box = face.box();
            return new Exported(
                    new long[] {
                        Math.round(box.x()), Math.round(box.y()), Math.round(box.right()), Math.round(box.bottom())
                    },
                    face.landmarks());
        }
    }
}
