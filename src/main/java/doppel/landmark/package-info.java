/**
 * The second of the four steps: where exactly are the brows, the eyes, the nose, the mouth and the jaw?
 *
 * <p>In: a frame and a {@link doppel.detect.DetectedFace}. Out: 468 dense landmarks with depth, and the 68 points in
 * iBUG order that the rest of the book is written in; or nothing, where the network sees no face.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the landmarks.
 */
package doppel.landmark;
