package doppel.train;

import doppel.compute.Json;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run on disk, readable while it goes on:
 *
 * <pre>
 * options.json    what was asked for, last
 * history.csv     a row a step: step, seconds, both losses, learning rate, faces a second
 * checkups.csv    how wrong known faces are drawn, and faces that are never learned from, now and then
 * changes.jsonl   a line for each option that was changed on the way
 * previews/       pictures of the same faces as they get better, each with its marks
 * checkpoints/    the last two, from which the run can go on
 * model/          the newest weights, which is what a swap needs
 * card.json       what they were trained on
 * run.lock        held while somebody trains here
 * </pre>
 *
 * <p>Book: chapter 6, "Exploring the training code", previews and saving.
 *
 * @param path of the folder, which need not exist yet
 */
public record RunFolder(Path path) {

    /** What the run is called: the name of the folder. */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The folder with the newest weights, for {@link SwapModel#load}. */
    public Path model() {
        return path.resolve("model");
    }

    /** The table of all steps. */
    public Path historyFile() {
        return path.resolve("history.csv");
    }

    /**
     * Opens the newest weights; close them when done.
     *
     * @throws IOException if nothing has been trained yet, or a file is damaged
     */
    public SwapModel openModel() throws IOException {
        if (!Files.exists(model())) {
            throw new IOException("the run %s has no trained weights in %s: train first".formatted(name(), model()));
        }
        return SwapModel.load(model());
    }

    /**
     * All steps that were taken, in order; empty if there are none yet.
     *
     * @throws IOException if the file is not a history
     */
    public List<TrainStep> history() throws IOException {
        return Files.exists(historyFile()) ? History.read(historyFile()) : List.of();
    }

    /**
     * The last step that was taken; empty if there is none yet.
     *
     * @throws IOException if the file is not a history
     */
    public Optional<TrainStep> lastStep() throws IOException {
        var steps = history();
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /**
     * The options that were changed on the way, in order; empty if none was.
     *
     * @throws IOException if the file holds something else
     */
    public List<OptionChange> changes() throws IOException {
        return ChangeLog.read(changesFile());
    }

    /**
     * How wrong known and held-out faces were drawn on the way, in order; none if there were no faces to spare.
     *
     * @throws IOException if the file holds something else
     */
    public List<Checkup> checkups() throws IOException {
        return Checkup.read(checkupsFile());
    }

    /**
     * Whether the run has learned what there is to learn, in words and numbers.
     *
     * @throws IOException if a file of the run holds something else
     */
    public Trained trained() throws IOException {
        return Trained.of(checkups());
    }

    /** Where a swap by this run goes, unless it is told to go elsewhere. */
    public Path swap() {
        return path.resolve("swap.mp4");
    }

    /**
     * The pictures so far, oldest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Path> previews() throws IOException {
        if (!Files.exists(previewFolder())) {
            return List.of();
        }
        try (var files = Files.list(previewFolder())) {
            return files.filter(file -> file.getFileName().toString().matches("preview-\\d+\\.png"))
                    .sorted()
                    .toList();
        }
    }

    /** The last picture, if there is one yet. */
    public Optional<Path> newestPreview() throws IOException {
        var all = previews();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * What the weights were trained on.
     *
     * @throws IOException if nothing has been saved yet
     */
    public RunCard card() throws IOException {
        if (!Files.exists(cardFile())) {
            throw new IOException(
                    "the run %s has not been trained, there is no %s: train first".formatted(name(), cardFile()));
        }
        return Json.read(cardFile(), RunCard.class);
    }

    /**
     * How the run was last asked to go.
     *
     * @throws IOException if it never ran
     */
    public TrainOptions options() throws IOException {
        return Json.read(optionsFile(), TrainOptions.class);
    }

    Path optionsFile() {
        return path.resolve("options.json");
    }

    Path checkupsFile() {
        return path.resolve("checkups.csv");
    }

    Path changesFile() {
        return path.resolve("changes.jsonl");
    }

    Path cardFile() {
        return path.resolve("card.json");
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path previewFile(int step) {
        return previewFolder().resolve("preview-%08d.png".formatted(step));
    }

    private Path previewFolder() {
        return path.resolve("previews");
    }
}
