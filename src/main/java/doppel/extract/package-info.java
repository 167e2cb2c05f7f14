/**
 * From a clip to a face folder: the four steps for every frame, and the disk that remembers them.
 *
 * <p>In: a clip or a folder of pictures. Out: a {@link doppel.extract.FaceFolder} of aligned faces, masks, and one
 * record a face. {@link doppel.extract.FaceFinder} is the four steps as one list; {@link doppel.extract.FaceExtractor}
 * runs it over all frames on all cores, and goes on where it was stopped.
 *
 * <p>A face folder is text and pictures:
 *
 * <pre>
 * source.json     the person, the clip and its fingerprint, the options, the models
 * faces.jsonl     one line a face: FaceRecord
 * frames.jsonl    one line a frame that was looked at: FrameRecord, also for frames without a face
 * aligned/ID.png  the aligned face
 * mask/ID.png     its mask
 * finished.json   the counts, once the last frame is done
 * </pre>
 *
 * <p>Book: chapter 5, "Running extract on frame images" and "Getting hands-on with the code".
 */
package doppel.extract;
