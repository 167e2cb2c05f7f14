package doppel.figure;

import doppel.actor.Fault;
import doppel.actor.FaultKind;
import doppel.actor.MessyFolder;
import doppel.compute.Json;
import doppel.image.PictureFile;
import doppel.media.FramePicker;
import doppel.provenance.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What bad data look like: one frame of each fault of a clip whose faults are known.
 *
 * <p>Book: chapter 3, "Why data is important".
 */
public final class FaultSheet {

    private static final int SIDE = 174;

    private FaultSheet() {}

    /**
     * @param labels the clip's label file, one line a frame
     * @throws IOException if clip or labels cannot be read
     */
    public static Gallery of(Path clip, Path labels) throws IOException {
        var byFault = new LinkedHashMap<String, List<Integer>>();
        faults(labels).forEach((frame, fault) -> byFault.computeIfAbsent(fault, any -> new ArrayList<>())
                .add(frame));
        var picked = new TreeMap<Integer, String>();
        // lost with the end of the file: there is nothing to show
        byFault.remove(Fault.TRUNCATED.label());
        byFault.forEach((fault, frames) -> picked.put(frames.get(frames.size() / 2), fault));
        var sheet = Gallery.of().withHeight(SIDE);
        for (var frame : FramePicker.at(clip, List.copyOf(picked.keySet()))) {
            var fault = picked.get(frame.number());
            sheet = sheet.with("%s x %d".formatted(fault, byFault.get(fault).size()), frame.picture());
        }
        return sheet;
    }

    /**
     * One picture of each fault that was planted in a folder; what cannot be read cannot be shown.
     *
     * @throws IOException if a picture cannot be read
     */
    public static Gallery of(MessyFolder messy) throws IOException {
        var sheet = Gallery.of().withHeight(SIDE).withMarks(Marks.actor());
        for (var kind : messy.counts().entrySet()) {
            if (kind.getKey() != FaultKind.DAMAGED) {
                var having = messy.planted().stream()
                        .filter(picture -> picture.fault() == kind.getKey())
                        .toList();
                var picture = having.get(having.size() / 2);
                sheet = sheet.with(
                        "%s x %d".formatted(kind.getKey().label(), kind.getValue()),
                        PictureFile.read(messy.pictures().resolve(picture.file())));
            }
        }
        return sheet;
    }

    /** What is wrong with each frame, by its number; {@code none} for a good one. */
    public static Map<Integer, String> faults(Path labels) throws IOException {
        var faults = new TreeMap<Integer, String>();
        for (var line : Files.readAllLines(labels)) {
            var label = Json.mapper().readTree(line);
            faults.put(label.path("frame").asInt(), label.path("fault").asText(Fault.NONE.label()));
        }
        return Collections.unmodifiableMap(faults);
    }
}
