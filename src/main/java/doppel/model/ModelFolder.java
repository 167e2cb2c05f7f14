package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network on disk: {@code model.safetensors} with the weights, {@code model.json} with what they are of. */
final class ModelFolder {

    private static final String CARD_FILE = "model.json";

    private ModelFolder() {}

    /** What {@code model.json} says of the weights beside it. */
    private record Card(int version, ModelDesign design, int people, long parameters, String sha256) {

        private static final int VERSION = 3;
    }

    /** What was read: a design and the weights of a network of it. */
    record Saved(ModelDesign design, int people, Map<String, NDArray> weights) {}

    /** @param type of the numbers in the file */
    static void write(Path folder, ModelDesign design, int people, Map<String, NDArray> weights, DataType type)
            throws IOException {
        var file = folder.resolve(SwapModel.WEIGHTS_FILE);
        try (var scope = Torch.newManager()) {
            Safetensors.write(file, Torch.withoutGradients(() -> typed(weights, type, scope)));
        }
        var parameters = weights.values().stream().mapToLong(NDArray::size).sum();
        Json.write(folder.resolve(CARD_FILE), new Card(Card.VERSION, design, people, parameters, Sha256.of(file)));
    }

    /**
     * @param owner of the weights
     * @throws IOException if a file is missing or damaged, or the weights are those of another design; says which
     */
    static Saved read(NDManager owner, Path folder) throws IOException {
        var card = Json.read(folder.resolve(CARD_FILE), Card.class);
        if (card.version() != Card.VERSION) {
            throw new IOException("%s has version %d, this Doppel reads %d: use the Doppel that wrote it"
                    .formatted(folder.resolve(CARD_FILE), card.version(), Card.VERSION));
        }
        var file = folder.resolve(SwapModel.WEIGHTS_FILE);
        requireWhole(file, card);
        var weights = Safetensors.read(owner, file);
        requireWeightsOf(card, weights, file);
        return new Saved(card.design(), card.people(), weights);
    }

    private static Map<String, NDArray> typed(Map<String, NDArray> weights, DataType type, NDManager scope) {
        var all = new LinkedHashMap<String, NDArray>();
        weights.forEach((name, weight) -> {
            if (weight.getDataType() == type) {
                all.put(name, weight);
            } else {
                var copy = weight.toType(type, true);
                copy.attach(scope);
                all.put(name, copy);
            }
        });
        return all;
    }

    private static void requireWhole(Path file, Card card) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing: restore it or train again");
        }
        var found = Sha256.of(file);
        if (!found.equals(card.sha256())) {
            throw new IOException("%s is damaged, its SHA-256 is %s and should be %s: restore it or train again"
                    .formatted(file, found, card.sha256()));
        }
    }

    private static void requireWeightsOf(Card card, Map<String, NDArray> saved, Path file) throws IOException {
        var found = new LinkedHashMap<String, Shape>();
        saved.forEach((name, array) -> found.put(name, array.getShape()));
        if (!found.equals(new LayerTable(card.design()).weights(card.people()))) {
            throw new IOException("%s does not hold the weights of the design %s that %s names: restore both files"
                    .formatted(file, card.design().name(), CARD_FILE));
        }
    }
}
