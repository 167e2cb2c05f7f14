/**
 * The first of the four steps: where are faces in this frame?
 *
 * <p>In: a frame. Out: {@link doppel.detect.DetectedFace}s, largest first, each with a box, a score and six points. An
 * empty list says that there is none, which is an answer and not an error.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the detector.
 */
package doppel.detect;
