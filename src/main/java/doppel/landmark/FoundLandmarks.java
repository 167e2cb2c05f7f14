package doppel.landmark;

/**
 * What the second step found on one face.
 *
 * @param landmarks 68 points, in frame pixels
 * @param dense 468 points and depths, in frame pixels
 * @param presence how sure the network is that this is a face, 0 to 1
 */
public record FoundLandmarks(Landmarks landmarks, DenseLandmarks dense, double presence) {}
