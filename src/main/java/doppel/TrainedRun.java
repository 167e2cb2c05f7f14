package doppel;

import doppel.model.SwapModel;
import doppel.provenance.FileHash;
import doppel.provenance.Origin;
import doppel.swap.SwapOptions;
import doppel.swap.SwappedClip;
import doppel.train.Person;
import doppel.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the acts after training ask a run's folder: whose faces it knows, with which weights, and what it has swapped.
 */
record TrainedRun(RunFolder folder) {

    /** Alias of A, then of B. */
    List<String> people() throws IOException {
        return folder.card().people().stream().map(Person::alias).toList();
    }

    /** What a swap by this run comes from. */
    Origin origin(Path target, SwapOptions options) throws IOException {
        return from(target, options);
    }

    /** What a clip that shows target and swap side by side comes from. */
    Origin originOfBoth(Path target, Path swap) throws IOException {
        return from(target, Map.of("swap", swap.getFileName().toString()));
    }

    /** The run's swap; it need not be by the present weights. */
    SwappedClip swapped() throws IOException {
        return SwappedClip.of(folder.swap())
                .orElseThrow(() ->
                        new IOException("nothing is known about a swap in %s: swap first".formatted(folder.swap())));
    }

    /** The run's swap, if it is of that clip, with those options and the present weights. */
    Optional<SwappedClip> swapped(Path target, SwapOptions options) throws IOException {
        var clip = SwappedClip.of(folder.swap());
        return clip.isPresent()
                        && clip.get().options().equals(options)
                        && clip.get().inputs().equals(inputs(target))
                ? clip
                : Optional.empty();
    }

    /** Whether a clip was made with the weights that the run has now. */
    boolean made(SwappedClip clip) throws IOException {
        return clip.inputs().contains(weights());
    }

    private Origin from(Path target, Object options) throws IOException {
        var told = new LinkedHashMap<String, Object>();
        told.put("run", folder.name());
        told.put("options", options);
        return new Origin(inputs(target), told, people());
    }

    private List<FileHash> inputs(Path target) throws IOException {
        return List.of(FileHash.of(target), weights());
    }

    private FileHash weights() throws IOException {
        return FileHash.of(folder.model().resolve(SwapModel.WEIGHTS_FILE));
    }
}
