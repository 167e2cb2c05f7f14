package doppel.train;

import doppel.actor.CrowdOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a start was learned from and how, for people: the {@code card.json} of a start.
 *
 * @param version of this schema
 * @param options of the learning
 * @param crowd who was filmed: with these numbers the same people are rendered again
 * @param people whose faces were found
 * @param faces of them all
 * @param steps taken
 * @param seconds trained
 * @param loss mean of the last hundred steps
 * @param licence of the weights
 * @param origin of the people, in words
 * @param versions of Doppel, Java and libtorch
 */
public record StartCard(
        int version,
        PretrainOptions options,
        CrowdOptions crowd,
        int people,
        int faces,
        int steps,
        double seconds,
        double loss,
        String licence,
        String origin,
        Map<String, String> versions) {

    static final int VERSION = 1;

    static final String LICENCE = "CC0-1.0";

    static final String ORIGIN = "Every face was rendered by Doppel from a CC0 head mesh; nobody's likeness.";

    public StartCard {
        versions = java.util.Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
