/**
 * What extraction got wrong, set right: frames without a face, faces in the wrong place, landmarks that tremble.
 *
 * <p>In: a face folder and the clip that it came from. Out: another face folder, in which some faces were placed anew,
 * by a neighbor, by hand, or by smoothing; and what is said of the first stays true, because nothing in it changes.
 *
 * <ol>
 *   <li>{@link doppel.repair.FrameCensus} counts: which frames have no face, which have several, which are damaged or
 *       missing?
 *   <li>{@link doppel.repair.Repairs} plans: smooth, copy from a neighbor, draw a box, give landmarks, remove.
 *   <li>{@link doppel.repair.Repairs#write} cuts what the plan changes anew, and copies everything else.
 *   <li>{@link doppel.repair.FaceswapAlignments} takes landmarks to another tool and back, as JSON.
 * </ol>
 *
 * <p>A repaired folder is a face folder with one file more, {@code repairs.json}: what was done to which folder. A face
 * keeps its id through all repairs, and a removed id is never given again.
 *
 * <p>Book: chapter 4, "Preparing the training images", where alignments are mended by hand; chapter 5, the extractor's
 * output.
 */
package doppel.repair;
