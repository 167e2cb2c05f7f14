package doppel.clean;

/**
 * How one face compares with the other faces of its folder.
 *
 * @param likeness cosine of its identity to the mean identity of the largest cluster, -1 to 1
 * @param cluster number of its identity's cluster: 0 is the largest, -1 a face that is like no other
 * @param novelty distance to the nearest face that stands before it in an order of most different faces first, mean
 *     difference of small pictures in gray values of 255: a thinned folder is all faces above a limit
 * @param jump how far its landmarks are from where its two neighbors in time would have them, face units
 * @param covered share of the face, 0 to 1, that looks unlike what this person's other faces have there: a hand, a cup
 */
public record Standing(double likeness, int cluster, double novelty, double jump, double covered) {}
