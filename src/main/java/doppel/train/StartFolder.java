package doppel.train;

import doppel.compute.Json;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weights that know faces but no face, for runs to begin with: {@code model.safetensors}, {@code model.json} and a card.
 *
 * <p>The network in it has one person, the mean of the crowd it was learned from; both people of a run begin as that one.
 *
 * <p>Book: chapter 6, "Training", whose every run begins at random numbers; it advises to keep a trained model and go on
 * from it with new faces, which carries the old faces along.
 *
 * @param path of the folder
 */
public record StartFolder(Path path) {

    /**
     * Where it comes from.
     *
     * @throws IOException if the folder is missing or damaged
     */
    public StartCard card() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new IOException("there is no start %s in %s: name one that is there, or %s"
                    .formatted(path.getFileName(), path.toAbsolutePath().getParent(), TrainOptions.SCRATCH));
        }
        return Json.read(path.resolve("card.json"), StartCard.class);
    }

    /** What identifies the weights. */
    public String sha256() throws IOException {
        return Sha256.of(path.resolve(SwapModel.WEIGHTS_FILE));
    }

    /**
     * A network for a run of this design, at its first step.
     *
     * @param people how many it shall draw
     * @throws IllegalArgumentException if the start is of another design; names both
     * @throws IOException if the folder is missing or damaged
     */
    SwapModel open(ModelDesign design, int people) throws IOException {
        card();
        try (var start = SwapModel.load(path)) {
            if (!start.design().equals(design.withName(start.design().name()))) {
                throw new IllegalArgumentException("the start %s is for the design %s, got %s: take that design, or %s"
                        .formatted(path.getFileName(), start.design(), design, TrainOptions.SCRATCH));
            }
            return start.forPeople(people);
        }
    }

    /** Writes mean person and card; what was there is replaced. */
    static StartFolder write(Path path, SwapModel crowd, StartCard card) throws IOException {
        try (var mean = crowd.mean()) {
            mean.saveSmall(path);
        }
        Json.write(path.resolve("card.json"), card);
        return new StartFolder(path);
    }
}
