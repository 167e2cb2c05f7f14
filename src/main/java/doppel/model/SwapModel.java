package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A network with its weights: it sees a face of one person and draws it as that person or as the other.
 *
 * <p>The encoder reads pose, expression and light from a face, whoever it is; the part of one side knows what that
 * person looks like. Encode person B, decode as person A: that is the swap.
 *
 * <p>Its weights are native memory: close it when done. Drawing is safe in several threads at once.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
public final class SwapModel implements AutoCloseable {

    /** The weights, in the folder of a saved model. */
    public static final String WEIGHTS_FILE = "model.safetensors";

    private static final String CARD_FILE = "model.json";

    private final NDManager owner;
    private final ModelDesign design;
    private final Part encoder;
    private final Map<Side, Part> sides;
    private final Part decoder;

    private SwapModel(NDManager owner, ModelDesign design, Part encoder, Part a, Part b, Part decoder) {
        this.owner = owner;
        this.design = design;
        this.encoder = encoder;
        this.sides = new EnumMap<>(Map.of(Side.A, a, Side.B, b));
        this.decoder = decoder;
    }

    /** What {@code model.json} says of the weights beside it. */
    private record Card(int version, ModelDesign design, long parameters, String sha256) {

        private static final int VERSION = 1;
    }

    /**
     * A network that has learned nothing yet; both sides begin with the same weights.
     *
     * @param seed the same seed makes the same network
     */
    public static SwapModel create(ModelDesign design, long seed) {
        var owner = Torch.newManager();
        var random = new SplittableRandom(seed);
        var plan = design.plan();
        var encoder = Part.begin(owner, "encoder", plan.encoder(), random.split());
        var a = Part.begin(owner, "a", plan.side(), random.split());
        var b = a.copy("b");
        var decoder = Part.begin(owner, "decoder", plan.decoder(), random.split());
        return new SwapModel(owner, design, encoder, a, b, decoder);
    }

    /**
     * The network in a folder that {@link #save} wrote.
     *
     * @throws IOException if a file is missing or damaged, or the weights are those of another design; says which
     */
    public static SwapModel load(Path folder) throws IOException {
        var card = Json.read(folder.resolve(CARD_FILE), Card.class);
        if (card.version() != Card.VERSION) {
            throw new IOException("%s has version %d, this Doppel reads %d: use the Doppel that wrote it"
                    .formatted(folder.resolve(CARD_FILE), card.version(), Card.VERSION));
        }
        var file = folder.resolve(WEIGHTS_FILE);
        requireWhole(file, card);
        var owner = Torch.newManager();
        try {
            var saved = Safetensors.read(owner, file);
            requireWeightsOf(card.design(), saved, file);
            var plan = card.design().plan();
            return new SwapModel(
                    owner,
                    card.design(),
                    Part.of("encoder", plan.encoder(), saved),
                    Part.of("a", plan.side(), saved),
                    Part.of("b", plan.side(), saved),
                    Part.of("decoder", plan.decoder(), saved));
        } catch (IOException | RuntimeException fault) {
            owner.close();
            throw fault;
        }
    }

    /**
     * Writes {@code model.safetensors} and {@code model.json}; each appears whole.
     *
     * @throws IOException if the disk refuses
     */
    public void save(Path folder) throws IOException {
        var file = folder.resolve(WEIGHTS_FILE);
        Safetensors.write(file, weights());
        Json.write(folder.resolve(CARD_FILE), new Card(Card.VERSION, design, design.parameters(), Sha256.of(file)));
    }

    public ModelDesign design() {
        return design;
    }

    /**
     * Draws faces as the person of {@code side}, whoever they show.
     *
     * @param faces {@code design().size()} square
     * @return as many pictures of the same size, {@code TYPE_3BYTE_BGR}
     * @throws IllegalArgumentException if a face has another size
     */
    public List<BufferedImage> decode(Side side, List<BufferedImage> faces) {
        faces.forEach(this::requireSize);
        if (faces.isEmpty()) {
            return List.of();
        }
        return Torch.withoutGradients(() -> {
            try (var scope = owner.newSubManager()) {
                return FacePixels.pictures(decode(side, FacePixels.pack(scope, faces)));
            }
        });
    }

    /**
     * Draws one face as the person of {@code side} and keeps what every layer answered on the way.
     *
     * @param face {@code design().size()} square
     * @return the layers of the encoder, of that side and of the decoder, in order
     * @throws IllegalArgumentException if the face has another size
     */
    public List<LayerOutput> trace(Side side, BufferedImage face) {
        requireSize(face);
        var layers = design.layers().stream()
                .filter(layer ->
                        !layer.part().startsWith("side") || layer.part().endsWith(side.name()))
                .toList();
        return Torch.withoutGradients(() -> {
            try (var scope = owner.newSubManager()) {
                var arrays = new ArrayList<NDArray>();
                arrays.add(FacePixels.pack(scope, List.of(face)));
                for (var part : List.of(encoder, sides.get(side), decoder)) {
                    arrays.addAll(part.outputs(arrays.get(arrays.size() - 1)));
                }
                return IntStream.range(0, layers.size())
                        .mapToObj(i ->
                                LayerOutput.of(layers.get(i), arrays.get(i + 1).toFloatArray()))
                        .toList();
            }
        });
    }

    /**
     * Draws faces as the person of {@code side}, for those who compute with the result.
     *
     * @param faces {@code (N, 3, size, size)}, 32-bit, red green blue, 0 to 1
     * @return the same shape and range, owned by the owner of {@code faces}
     */
    public NDArray decode(Side side, NDArray faces) {
        return decoder.forward(sides.get(side).forward(encoder.forward(faces)));
    }

    /**
     * Draws each face as the person that it shows, in one pass: what training compares with the target.
     *
     * @param faces {@code (2 N, 3, size, size)}, 32-bit, red green blue, 0 to 1; the first half shows person A
     * @return the same shape, order and range
     */
    public NDArray reconstruct(NDArray faces) {
        var codes = encoder.forward(faces).split(2);
        var drawnA = sides.get(Side.A).forward(codes.get(0));
        var drawnB = sides.get(Side.B).forward(codes.get(1));
        return decoder.forward(drawnA.concat(drawnB));
    }

    /** All weights by name, such as {@code encoder.0.weight}; training changes them in place. */
    public Map<String, NDArray> weights() {
        var all = new LinkedHashMap<>(encoder.weights());
        sides.values().forEach(side -> all.putAll(side.weights()));
        all.putAll(decoder.weights());
        return Collections.unmodifiableMap(all);
    }

    @Override
    public void close() {
        owner.close();
    }

    private void requireSize(BufferedImage face) {
        if (face.getWidth() != design.size() || face.getHeight() != design.size()) {
            throw new IllegalArgumentException("this network sees faces of %d x %d, got %d x %d: cut them with %s"
                    .formatted(design.size(), design.size(), face.getWidth(), face.getHeight(), design.crop()));
        }
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

    private static void requireWeightsOf(ModelDesign design, Map<String, NDArray> saved, Path file) throws IOException {
        var found = new LinkedHashMap<String, Shape>();
        saved.forEach((name, array) -> found.put(name, array.getShape()));
        if (!found.equals(design.weights())) {
            throw new IOException("%s does not hold the weights of the design %s that %s names: restore both files"
                    .formatted(file, design.name(), CARD_FILE));
        }
    }
}
