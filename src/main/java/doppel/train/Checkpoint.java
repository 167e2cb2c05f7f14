package doppel.train;

import ai.djl.ndarray.NDArray;
import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.model.Side;
import doppel.model.SwapModel;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a run needs to go on as if it had never stopped: weights, their mean, optimizer, step, time, options and
 * faces.
 *
 * <p>The faces of each step follow from the seed and the number of the step, so no more than these is needed. The
 * book saves weights alone, in place, and its loading fails.
 *
 * <p>A checkpoint is a folder. It is written under another name, forced to the disk, and renamed last; the two newest
 * are kept. So a kill at any moment leaves one that is whole.
 *
 * <p>Book: chapter 6, "Exploring the training code", saving.
 */
final class Checkpoint {

    private static final String FACTS = "checkpoint.json";
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String AVERAGE = "average.safetensors";
    private static final String PART = ".part";
    private static final int KEPT = 2;

    /**
     * What {@code checkpoint.json} says.
     *
     * @param version of this schema
     * @param step steps taken
     * @param seconds trained
     * @param options of its last step, with the seed of the run
     * @param rateShare share of the learning rate that is left after the run fell apart, 1 if it did not
     * @param people side A, then side B
     * @param sha256 of the files beside, by name
     */
    record Facts(
            int version,
            int step,
            double seconds,
            TrainOptions options,
            double rateShare,
            List<Person> people,
            Map<String, String> sha256) {

        private static final int VERSION = 2;
    }

    private final Path folder;
    private final Facts facts;

    private Checkpoint(Path folder, Facts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /** Of a run that never fell apart. */
    static void write(Path folder, int step, double seconds, TrainOptions options, List<Person> people, Trainer trainer)
            throws IOException {
        write(folder, step, seconds, options, 1, people, trainer);
    }

    /** Writes a checkpoint, and removes those that two newer ones have made superfluous. */
    static void write(
            Path folder,
            int step,
            double seconds,
            TrainOptions options,
            double rateShare,
            List<Person> people,
            Trainer trainer)
            throws IOException {
        var whole = folder.resolve("step-%08d".formatted(step));
        var part = folder.resolve(whole.getFileName() + PART);
        removeParts(folder);
        trainer.model().save(part);
        var hashes = new TreeMap<String, String>();
        hashes.put(OPTIMIZER, write(part.resolve(OPTIMIZER), trainer.adam().memory()));
        if (trainer.average().isPresent()) {
            hashes.put(
                    AVERAGE,
                    write(part.resolve(AVERAGE), trainer.average().get().memory()));
        }
        Json.write(part.resolve(FACTS), new Facts(Facts.VERSION, step, seconds, options, rateShare, people, hashes));
        remove(whole);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        // a later step than this one is of a checkpoint that could not be read
        var known = newestFirst(folder);
        for (var old : known.subList(known.indexOf(whole), known.size()).stream()
                .skip(KEPT)
                .toList()) {
            remove(old);
        }
    }

    /** The newest checkpoint in {@code folder} that is whole; empty if there is none. */
    static Optional<Checkpoint> newest(Path folder) throws IOException {
        var candidates = newestFirst(folder);
        for (var candidate : candidates) {
            try {
                var facts = Json.read(candidate.resolve(FACTS), Facts.class);
                if (facts.version() == Facts.VERSION && isWhole(candidate, facts)) {
                    return Optional.of(new Checkpoint(candidate, facts));
                }
            } catch (IOException torn) {
                // the one before it was kept for this case
            }
        }
        if (!candidates.isEmpty()) {
            throw new IOException("none of the checkpoints in %s is whole: put one back, or start under another name"
                    .formatted(folder));
        }
        return Optional.empty();
    }

    Facts facts() {
        return facts;
    }

    /** The network as it was; close it when done. */
    SwapModel openModel() throws IOException {
        return SwapModel.load(folder);
    }

    /** Gives a trainer of {@link #openModel} back what it remembered. */
    void restore(Trainer trainer) throws IOException {
        try (var scope = Torch.newManager()) {
            trainer.adam().restore(Safetensors.read(scope, folder.resolve(OPTIMIZER)));
            if (trainer.average().isPresent()) {
                trainer.average().get().restore(Safetensors.read(scope, folder.resolve(AVERAGE)));
            }
        }
    }

    /**
     * Refuses to go on with another network, other faces, or another way of learning, as {@link OptionChange#allowed} has
     * it.
     *
     * @throws IllegalStateException naming what differs, and both values
     */
    void requireSameRun(TrainOptions options, List<Person> people) {
        for (var change : OptionChange.between(facts.step(), facts.seconds(), facts.options(), options)) {
            if (!change.allowed()) {
                throw refusal(change.what(), change.from(), change.to(), "go on as it was");
            }
        }
        for (int person = 0; person < people.size(); person++) {
            requireSame("side " + Side.values()[person], facts.people().get(person), people.get(person));
        }
    }

    private void requireSame(String side, Person before, Person now) {
        if (!before.equals(now)) {
            throw refusal(side, before, now, "decide about the faces as it was, see decisions.jsonl beside them");
        }
    }

    private IllegalStateException refusal(String what, Object before, Object now, String remedy) {
        return new IllegalStateException(
                "%s of this run, saved in %s, is %s and cannot become %s: %s, or train under another name"
                        .formatted(what, folder, before, now, remedy));
    }

    private static String write(Path file, Map<String, NDArray> arrays) throws IOException {
        Safetensors.write(file, arrays);
        return Sha256.of(file);
    }

    private static boolean isWhole(Path candidate, Facts facts) throws IOException {
        for (var file : facts.sha256().entrySet()) {
            if (!Sha256.of(candidate.resolve(file.getKey())).equals(file.getValue())) {
                return false;
            }
        }
        SwapModel.load(candidate).close();
        return true;
    }

    private static List<Path> newestFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("step-\\d{8,}"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** What a kill in the middle of saving left behind. */
    private static void removeParts(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var entries = Files.list(folder)) {
                for (var part :
                        entries.filter(entry -> entry.toString().endsWith(PART)).toList()) {
                    remove(part);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Makes the rename survive a power cut; Windows does so by itself and lets no one open a folder. */
    private static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }
}
