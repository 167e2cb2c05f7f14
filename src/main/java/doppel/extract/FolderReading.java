package doppel.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the records of a face folder with distrust.
 *
 * <p>A folder that was put together by hand can have a frame twice, and one that was killed ends in half a line. The
 * first record of a frame or face counts; a frame that lacks a face, and a face that lacks its frame, is left out.
 */
final class FolderReading {

    private final FolderLayout folder;
    private final Map<Integer, FrameRecord> frames = new LinkedHashMap<>();
    private final Map<Integer, Integer> lineOf = new HashMap<>();
    private final Map<String, FaceRecord> faces = new LinkedHashMap<>();
    private final Map<Integer, Integer> facesOf = new HashMap<>();
    private final List<RecordFault> faults = new ArrayList<>();

    private FolderReading(FolderLayout folder) {
        this.folder = folder;
    }

    /**
     * @throws IOException if a file cannot be read, or a whole line is no record; names file and line
     */
    static FolderContents read(FolderLayout folder) throws IOException {
        var reading = new FolderReading(folder);
        var frameLines = JsonLines.read(folder.frames(), FrameRecord.class);
        var faceLines = JsonLines.read(folder.faces(), FaceRecord.class);
        for (int i = 0; i < frameLines.size(); i++) {
            reading.add(frameLines.get(i).value(), i + 1);
        }
        for (int i = 0; i < faceLines.size(); i++) {
            reading.add(faceLines.get(i).value(), i + 1);
        }
        reading.leaveOutShortFrames();
        reading.noteTornEnd(folder.frames(), frameLines);
        reading.noteTornEnd(folder.faces(), faceLines);
        return new FolderContents(
                List.copyOf(reading.frames.values()), List.copyOf(reading.faces.values()), reading.faults);
    }

    private void add(FrameRecord frame, int line) {
        lineOf.putIfAbsent(frame.frame(), line);
        if (frames.putIfAbsent(frame.frame(), frame) != null) {
            fault(folder.frames(), line, "frame %d is there twice: the later record is left out", frame.frame());
        }
    }

    private void add(FaceRecord face, int line) {
        var frame = frames.get(face.frame());
        if (frame == null) {
            fault(
                    folder.faces(),
                    line,
                    "face %s belongs to frame %d, which has no record: the face is left out",
                    face.id(),
                    face.frame());
        } else if (faces.containsKey(face.id())) {
            fault(folder.faces(), line, "face %s is there twice: the later record is left out", face.id());
        } else if (facesOf.getOrDefault(face.frame(), 0) == frame.faces()) {
            fault(
                    folder.faces(),
                    line,
                    "face %s is one more than the %d of frame %d: it is left out",
                    face.id(),
                    frame.faces(),
                    face.frame());
        } else {
            faces.put(face.id(), face);
            facesOf.merge(face.frame(), 1, Integer::sum);
        }
    }

    /** Faces are written before their frame, so a frame whose faces are not there was damaged later. */
    private void leaveOutShortFrames() {
        for (var frame : List.copyOf(frames.values())) {
            var found = facesOf.getOrDefault(frame.frame(), 0);
            if (found < frame.faces()) {
                frames.remove(frame.frame());
                faces.values().removeIf(face -> face.frame() == frame.frame());
                fault(
                        folder.frames(),
                        lineOf.get(frame.frame()),
                        "frame %d has %d faces by its record and %d in faces.jsonl: the frame is left out",
                        frame.frame(),
                        frame.faces(),
                        found);
            }
        }
    }

    private void noteTornEnd(Path file, List<? extends JsonLines.Line<?>> lines) throws IOException {
        var end = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
        if (Files.exists(file) && Files.size(file) > end) {
            fault(file, lines.size() + 1, "the record was never finished: it is left out");
        }
    }

    private void fault(Path file, int line, String reason, Object... values) {
        var name = file.getFileName().toString();
        faults.add(new RecordFault(name, line, "%s line %d: ".formatted(name, line) + reason.formatted(values)));
    }
}
