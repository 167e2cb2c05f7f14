package doppel.extract;

import java.util.List;

/**
 * What a face folder offers to those who read it: every record that stands up, and why the others do not.
 *
 * @param frames that were looked at
 * @param faces of these frames
 * @param faults records that are left out
 */
record FolderContents(List<FrameRecord> frames, List<FaceRecord> faces, List<RecordFault> faults) {

    FolderContents {
        frames = List.copyOf(frames);
        faces = List.copyOf(faces);
        faults = List.copyOf(faults);
    }
}
