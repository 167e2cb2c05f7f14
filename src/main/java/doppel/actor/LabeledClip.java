package doppel.actor;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A clip of the samples, with what its label file knows of each frame. */
record LabeledClip(Path file, List<JsonNode> labels) {

    /** Weight of a blink from which on the eyes are shut. */
    private static final double SHUT = .7;

    static LabeledClip of(Path samples, String name) throws IOException {
        var labels = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(samples.resolve(name + ".labels.jsonl"))) {
            labels.add(Json.mapper().readTree(line));
        }
        return new LabeledClip(samples.resolve(name + ".mp4"), labels);
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
                .forEach(xy ->
                        points.add(new Point(xy.get(0).asDouble(), xy.get(1).asDouble())));
        return points;
    }

    int frames() {
        return labels.size();
    }

    /** As the label file says it; empty if it says nothing. */
    String faultWords(int frame) {
        return labels.get(frame).path("fault").asText();
    }
}
