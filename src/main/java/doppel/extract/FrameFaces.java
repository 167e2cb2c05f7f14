package doppel.extract;

import java.util.List;

/**
 * What one frame adds to a face folder.
 *
 * @param frame its record
 * @param faces the records of its faces, whose pictures are on the disk
 */
record FrameFaces(FrameRecord frame, List<FaceRecord> faces) {}
