package doppel.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a face folder, up to the last frame that is there whole: where an extraction goes on.
 *
 * @param frames that were looked at
 * @param faces of these frames
 * @param framesEnd bytes of {@code frames.jsonl} that hold these frames
 * @param facesEnd bytes of {@code faces.jsonl} that hold these faces
 */
record FolderRecords(List<FrameRecord> frames, List<FaceRecord> faces, long framesEnd, long facesEnd) {

    /** Says whether a face is there whole. */
    interface Check {
        boolean holds(FaceRecord face) throws IOException;
    }

    /**
     * A frame's faces are written before the frame, so a kill between the two leaves faces without a frame: they are
     * left out, and found again on resume.
     *
     * @throws IOException if a file cannot be read
     */
    static FolderRecords read(FolderLayout folder, Check check) throws IOException {
        var frameLines = JsonLines.read(folder.frames(), FrameRecord.class);
        var faceLines = JsonLines.read(folder.faces(), FaceRecord.class);
        var frames = new ArrayList<FrameRecord>();
        var faces = new ArrayList<FaceRecord>();
        for (var line : frameLines) {
            var to = faces.size() + line.value().faces();
            if (to > faceLines.size() || !whole(faceLines.subList(faces.size(), to), line.value(), check)) {
                break;
            }
            faceLines.subList(faces.size(), to).forEach(face -> faces.add(face.value()));
            frames.add(line.value());
        }
        return new FolderRecords(
                List.copyOf(frames), List.copyOf(faces), end(frameLines, frames.size()), end(faceLines, faces.size()));
    }

    private static boolean whole(List<JsonLines.Line<FaceRecord>> faces, FrameRecord frame, Check check)
            throws IOException {
        for (var face : faces) {
            if (face.value().frame() != frame.frame() || !check.holds(face.value())) {
                return false;
            }
        }
        return true;
    }

    private static long end(List<? extends JsonLines.Line<?>> lines, int count) {
        return count == 0 ? 0 : lines.get(count - 1).end();
    }
}
