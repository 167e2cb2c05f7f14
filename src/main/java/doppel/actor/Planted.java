package doppel.actor;

import java.util.List;

/**
 * What is known of one picture of a {@link MessyFolder}: a line of its label file.
 *
 * @param frame number of the picture, as an extraction counts them
 * @param file its name
 * @param fault what is wrong with it
 * @param how in a few words: {@code hand}, {@code sigma 2.5}; empty if nothing is wrong
 * @param like for a duplicate, the number of the picture that it repeats; else its own number
 * @param stranger for a second face, x and y of that person's nose in pixels; else empty
 */
public record Planted(int frame, String file, FaultKind fault, String how, int like, List<Double> stranger) {
    public Planted {
        stranger = List.copyOf(stranger);
    }
}
