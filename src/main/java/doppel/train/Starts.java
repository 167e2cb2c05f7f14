package doppel.train;

import doppel.model.ModelDesign;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where starts are kept: {@code data/starts}, a folder each.
 *
 * @param path of the folder, which need not exist
 */
public record Starts(Path path) {

    /** The start of a name, which need not exist. */
    public StartFolder named(String name) {
        return new StartFolder(path.resolve(name));
    }

    /** The names of those that are there, sorted. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var folders = Files.list(path)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SwapModel.WEIGHTS_FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The name of the start that a design is best begun with: its own if there is one, else {@link TrainOptions#SCRATCH}. */
    public String usual(ModelDesign design) throws IOException {
        return names().contains(design.name()) ? design.name() : TrainOptions.SCRATCH;
    }

    /**
     * What identifies the weights of a start; empty for {@link TrainOptions#SCRATCH}.
     *
     * @throws IOException if the start is missing
     */
    public String sha256(String name) throws IOException {
        return name.equals(TrainOptions.SCRATCH) ? "" : named(name).sha256();
    }

    /**
     * The same options with a start that is named: a run that goes on keeps its own, another begins as is best.
     *
     * @param folder of the run
     */
    TrainOptions decided(TrainOptions options, RunFolder folder) throws IOException {
        if (!options.start().equals(TrainOptions.USUAL)) {
            return options;
        }
        var saved = Checkpoint.newest(folder.checkpoints());
        return options.withStart(
                saved.isPresent() ? saved.get().facts().options().start() : usual(options.design()));
    }

    /** The network that a run of these options begins with, as {@link #begin(TrainOptions, int)}. */
    SwapModel begin(TrainOptions options) throws IOException {
        return begin(options, Side.values().length);
    }

    /**
     * The network for so many people that learning with these options begins with.
     *
     * @throws IllegalArgumentException if the start is of another design
     * @throws IOException if the start is missing or damaged
     */
    SwapModel begin(TrainOptions options, int people) throws IOException {
        return options.start().equals(TrainOptions.SCRATCH)
                ? SwapModel.create(options.design(), people, options.seed())
                : named(options.start()).open(options.design(), people);
    }
}
