package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A network with its weights: it sees a face of one person and draws it as that person or as another.
 *
 * <p>The encoder reads pose, expression and light from a face, whoever it is; each person's own part knows what that
 * person looks like. Encode person B, decode as person A: that is the swap. A run has two people, person 0 on side A and
 * person 1 on side B; a crowd to learn faces from has hundreds.
 *
 * <p>Its weights are native memory: close it when done. Drawing is safe in several threads at once.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
public final class SwapModel implements AutoCloseable {

    /** The weights, in the folder of a saved model. */
    public static final String WEIGHTS_FILE = "model.safetensors";

    private static final String CARD_FILE = "model.json";

    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";

    private final NDManager owner;
    private final ModelDesign design;
    private final Part encoder;
    private final List<Part> people;
    private final Part decoder;

    private SwapModel(NDManager owner, ModelDesign design, Part encoder, List<Part> people, Part decoder) {
        this.owner = owner;
        this.design = design;
        this.encoder = encoder;
        this.people = List.copyOf(people);
        this.decoder = decoder;
    }

    /** What {@code model.json} says of the weights beside it. */
    private record Card(int version, ModelDesign design, int people, long parameters, String sha256) {

        private static final int VERSION = 2;
    }

    /** A network for two people that has learned nothing yet, as {@link #create(ModelDesign, int, long)}. */
    public static SwapModel create(ModelDesign design, long seed) {
        return create(design, Side.values().length, seed);
    }

    /**
     * A network that has learned nothing yet; all people begin with the same weights.
     *
     * @param people how many it can draw, 1 or more
     * @param seed the same seed makes the same network
     */
    public static SwapModel create(ModelDesign design, int people, long seed) {
        var owner = Torch.newManager();
        var random = new SplittableRandom(seed);
        var plan = design.plan();
        var encoder = Part.begin(owner, ENCODER, plan.encoder(), random.split());
        var first = Part.begin(owner, person(0), plan.side(), random.split());
        var own = IntStream.range(0, people)
                .mapToObj(i -> i == 0 ? first : first.copy(person(i)))
                .toList();
        return new SwapModel(owner, design, encoder, own, Part.begin(owner, DECODER, plan.decoder(), random.split()));
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
            requireWeightsOf(card, saved, file);
            return of(owner, card.design(), card.people(), saved);
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
        Json.write(folder.resolve(CARD_FILE), new Card(Card.VERSION, design, people(), parameters(), Sha256.of(file)));
    }

    public ModelDesign design() {
        return design;
    }

    /** How many people it can draw. */
    public int people() {
        return people.size();
    }

    /**
     * Draws faces as the person of {@code side}, whoever they show.
     *
     * @param faces {@code design().size()} square
     * @return as many pictures of the same size, {@code TYPE_3BYTE_BGR}
     * @throws IllegalArgumentException if a face has another size
     */
    public List<BufferedImage> decode(Side side, List<BufferedImage> faces) {
        return decode(side.ordinal(), faces);
    }

    /**
     * Draws faces as one of many people, whoever they show.
     *
     * @param person from 0
     * @param faces {@code design().size()} square
     * @return as many pictures of the same size, {@code TYPE_3BYTE_BGR}
     * @throws IllegalArgumentException if a face has another size
     */
    public List<BufferedImage> decode(int person, List<BufferedImage> faces) {
        faces.forEach(this::requireSize);
        if (faces.isEmpty()) {
            return List.of();
        }
        return Torch.withoutGradients(() -> {
            try (var scope = owner.newSubManager()) {
                return FacePixels.pictures(draw(FacePixels.pack(scope, faces), List.of(person)));
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
                for (var part : List.of(encoder, people.get(side.ordinal()), decoder)) {
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
        return draw(faces, List.of(side.ordinal()));
    }

    /**
     * Draws each face as the person that it shows, in one pass: what training compares with the target.
     *
     * @param faces {@code (2 N, 3, size, size)}, 32-bit, red green blue, 0 to 1; the first half shows person A
     * @return the same shape, order and range
     */
    public NDArray reconstruct(NDArray faces) {
        return draw(faces, List.of(Side.A.ordinal(), Side.B.ordinal()));
    }

    /**
     * Draws faces as several people in one pass, whoever they show.
     *
     * @param faces {@code (K N, 3, size, size)}, 32-bit, red green blue, 0 to 1
     * @param as K people, from 0; the first N faces are drawn as the first of them
     * @return the same shape, order and range, owned by the owner of {@code faces}
     */
    public NDArray draw(NDArray faces, List<Integer> as) {
        var codes = encoder.forward(faces).split(as.size());
        var drawn = new NDList();
        for (int i = 0; i < as.size(); i++) {
            drawn.add(people.get(as.get(i)).forward(codes.get(i)));
        }
        return decoder.forward(drawn.size() == 1 ? drawn.get(0) : NDArrays.concat(drawn));
    }

    /** All weights by name, such as {@code encoder.0.weight}; training changes them in place. */
    public Map<String, NDArray> weights() {
        var all = new LinkedHashMap<>(encoder.weights());
        people.forEach(person -> all.putAll(person.weights()));
        all.putAll(decoder.weights());
        return Collections.unmodifiableMap(all);
    }

    /** Of these weights, what belongs to one person alone. */
    public Map<String, NDArray> weightsOf(int person) {
        return people.get(person).weights();
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

    private static SwapModel of(NDManager owner, ModelDesign design, int people, Map<String, NDArray> weights) {
        var plan = design.plan();
        return new SwapModel(
                owner,
                design,
                Part.of(ENCODER, plan.encoder(), weights),
                IntStream.range(0, people)
                        .mapToObj(i -> Part.of(person(i), plan.side(), weights))
                        .toList(),
                Part.of(DECODER, plan.decoder(), weights));
    }

    private static String person(int number) {
        return "person." + number;
    }

    private long parameters() {
        return weights().values().stream().mapToLong(NDArray::size).sum();
    }

    private static void requireWeightsOf(Card card, Map<String, NDArray> saved, Path file) throws IOException {
        var found = new LinkedHashMap<String, Shape>();
        saved.forEach((name, array) -> found.put(name, array.getShape()));
        if (!found.equals(card.design().weights(card.people()))) {
            throw new IOException("%s does not hold the weights of the design %s that %s names: restore both files"
                    .formatted(file, card.design().name(), CARD_FILE));
        }
    }
}
