package doppel.train;

import doppel.compute.Torch;
import doppel.model.ModelDesign;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a trained network is and where it comes from, for people: the {@code card.json} of a run.
 *
 * <p>Book: chapter 6 leaves three files whose origin nobody can tell a week later.
 *
 * @param version of this schema
 * @param design the network
 * @param start what it began with, a start's name or {@value TrainOptions#SCRATCH}
 * @param startSha256 of the start's weights; empty for {@value TrainOptions#SCRATCH}
 * @param steps taken
 * @param seconds trained
 * @param seed of weights and faces
 * @param people side A, then side B
 * @param changes options that were changed on the way; without any, seed and options repeat the run
 * @param versions of Doppel, Java and libtorch
 */
public record RunCard(
        int version,
        ModelDesign design,
        String start,
        String startSha256,
        int steps,
        double seconds,
        long seed,
        List<Person> people,
        List<OptionChange> changes,
        Map<String, String> versions) {

    private static final int VERSION = 1;

    public RunCard {
        start = start == null ? TrainOptions.SCRATCH : start; // a card from when there was no other
        startSha256 = startSha256 == null ? "" : startSha256;
        people = List.copyOf(people);
        changes = changes == null ? List.of() : List.copyOf(changes); // a card from when nothing could be changed
        versions = java.util.Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    static RunCard of(
            TrainOptions options,
            String startSha256,
            int steps,
            double seconds,
            List<Person> people,
            List<OptionChange> changes) {
        return new RunCard(
                VERSION,
                options.design(),
                options.start(),
                startSha256,
                steps,
                seconds,
                options.seed(),
                people,
                changes,
                versionsNow());
    }

    static Map<String, String> versionsNow() {
        var doppel = RunCard.class.getPackage().getImplementationVersion();
        return Map.of(
                "doppel", doppel == null ? "built from source" : doppel,
                "java", Runtime.version().toString(),
                "libtorch", Torch.version());
    }
}
