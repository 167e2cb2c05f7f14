/**
 * Frames in and out: reading clips and folders of pictures, and the one way for made pictures to leave.
 *
 * <p>In: a clip that FFmpeg can read, or a folder of pictures. Out: {@link doppel.media.Frame}s in order, upright, with
 * the time of each, and a list of what was damaged; at the far end of the pipeline, a marked picture or clip with the
 * sound of its source.
 *
 * <p>The book turns a clip into a folder of pictures first and calls {@code ffmpeg} again at the end, with a rate that
 * the reader has to know. Here frames are read where they are and keep their time stamps, so that a clip from a phone,
 * whose rate wavers, stays in step with its sound.
 *
 * <p>Book: chapter 5, "Getting image files from a video", and chapter 7, "Creating the video from images".
 */
package doppel.media;
