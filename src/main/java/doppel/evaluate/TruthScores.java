package doppel.evaluate;

/**
 * How near a network's swaps come to the truth; each number with its spread over the frames.
 *
 * @param psnr inside the two faces, decibels
 * @param ssim inside the two faces
 * @param toTruth cosine of the swapped face's identity to that of the true swap, -1 to 1: whether it is the right person,
 *     with the light and the pose of this frame taken out
 * @param toA cosine to the mean identity of person A's faces
 * @param nearerA share of the frames whose face is nearer to person A than to person B, 0 to 1
 * @param heldPsnr the first on frames that no clip contains
 * @param heldSsim the second on frames that no clip contains
 */
public record TruthScores(
        Spread psnr, Spread ssim, Spread toTruth, Spread toA, double nearerA, Spread heldPsnr, Spread heldSsim) {}
