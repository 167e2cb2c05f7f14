package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.image.Mask;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A network with its weights: it sees a face of one person and draws it as that person or as another.
 *
 * <p>The encoder reads pose, expression and light from a face, whoever it is; each person's own part knows what that
 * person looks like. Encode person B, decode as person A: that is the swap. A run has two people, person 0 on side A
 * and person 1 on side B; a crowd to learn faces from has hundreds.
 *
 * <p>Its weights are native memory: close it when done. Drawing is safe in several threads at once.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
public final class SwapModel implements AutoCloseable {

    /** The weights, in the folder of a saved model. */
    public static final String WEIGHTS_FILE = "model.safetensors";

    private final NDManager owner;
    private final ModelDesign design;
    private final Network network;

    private SwapModel(NDManager owner, ModelDesign design, Network network) {
        this.owner = owner;
        this.design = design;
        this.network = network;
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
        return new SwapModel(owner, design, Network.begin(owner, design.plan(), people, seed));
    }

    /**
     * The network in a folder that {@link #save} wrote.
     *
     * @throws IOException if a file is missing or damaged, or the weights are those of another design; says which
     */
    public static SwapModel load(Path folder) throws IOException {
        var owner = Torch.newManager();
        try {
            var saved = ModelFolder.read(owner, folder);
            var network = Network.of(saved.design().plan(), saved.people(), saved.weights());
            return new SwapModel(owner, saved.design(), network);
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
        ModelFolder.write(folder, design, people(), weights(), DataType.FLOAT32);
    }

    /**
     * The same in half the space: each weight is rounded to 16 bits, about three decimal places.
     *
     * @throws IOException if the disk refuses
     */
    public void saveSmall(Path folder) throws IOException {
        ModelFolder.write(folder, design, people(), weights(), DataType.FLOAT16);
    }

    /** The same network once more, with weights of its own. */
    public SwapModel copy() {
        var another = Torch.newManager();
        return new SwapModel(another, design, Torch.withoutGradients(() -> network.copy(another)));
    }

    /** A network of the same weights for so many people, all of whom begin as person 0 of this one. */
    public SwapModel forPeople(int count) {
        var another = Torch.newManager();
        return new SwapModel(another, design, Torch.withoutGradients(() -> network.forPeople(another, count)));
    }

    /** A network of the same weights for one person, who is the mean of all people of this one. */
    public SwapModel mean() {
        var one = forPeople(1);
        return Torch.withoutGradients(() -> {
            one.network.mixIntoFirst(network.people().subList(1, people()));
            return one;
        });
    }

    public ModelDesign design() {
        return design;
    }

    /** How many people it can draw. */
    public int people() {
        return network.people().size();
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
     * @throws IllegalArgumentException if a face has another size or there is no such person
     */
    public List<BufferedImage> decode(int person, List<BufferedImage> faces) {
        requirePerson(person);
        return seeing(faces, seen -> FacePixels.pictures(FacePixels.colors(draw(seen, List.of(person)))));
    }

    /**
     * Draws which pixels are face when faces are drawn as a person.
     *
     * @param person from 0
     * @param faces {@code design().size()} square
     * @return as many masks of the same size
     * @throws IllegalStateException if its design has no mask
     * @throws IllegalArgumentException if a face has another size or there is no such person
     */
    public List<Mask> decodeMasks(int person, List<BufferedImage> faces) {
        if (!design.mask()) {
            throw new IllegalStateException(
                    "the design %s draws no mask: train one with withMask(true)".formatted(design.name()));
        }
        requirePerson(person);
        return seeing(faces, seen -> FacePixels.asMasks(FacePixels.masks(draw(seen, List.of(person)))));
    }

    /**
     * What the network keeps of each face: pose, expression and light as numbers. Who it is should not be among them.
     *
     * @param faces {@code design().size()} square
     * @return {@code design().channels().code()} numbers for each
     * @throws IllegalArgumentException if a face has another size
     */
    public List<float[]> encode(List<BufferedImage> faces) {
        return seeing(faces, seen -> rows(network.codes(seen)));
    }

    /**
     * Draws a person from codes, whether they are of a face or between two.
     *
     * @param person from 0
     * @param codes {@code design().channels().code()} numbers each
     * @return a picture for each, {@code design().size()} square, {@code TYPE_3BYTE_BGR}
     * @throws IllegalArgumentException if a code has another length or there is no such person
     */
    public List<BufferedImage> drawCodes(int person, List<float[]> codes) {
        requirePerson(person);
        var length = design.channels().code();
        var numbers = new float[codes.size() * length];
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).length != length) {
                throw new IllegalArgumentException(
                        "a code of this network has %d numbers, got %d: take what encode made"
                                .formatted(length, codes.get(i).length));
            }
            System.arraycopy(codes.get(i), 0, numbers, i * length, length);
        }
        if (codes.isEmpty()) {
            return List.of();
        }
        return computing(scope -> {
            var rows = Torch.array(scope, numbers, new Shape(codes.size(), length));
            return FacePixels.pictures(FacePixels.colors(network.draw(rows, List.of(person))));
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
        var layers = design.layers().stream()
                .filter(layer ->
                        !layer.part().startsWith("side") || layer.part().endsWith(side.name()))
                .toList();
        return seeing(List.of(face), seen -> {
            var arrays = network.outputs(seen, side.ordinal());
            return IntStream.range(0, layers.size())
                    .mapToObj(i -> LayerOutput.of(layers.get(i), arrays.get(i).toFloatArray()))
                    .toList();
        });
    }

    /**
     * Draws faces as the person of {@code side}, for those who compute with the result.
     *
     * @param faces {@code (N, 3, size, size)}, 32-bit, red green blue, 0 to 1
     * @return as {@link #draw}
     */
    public NDArray decode(Side side, NDArray faces) {
        return draw(faces, List.of(side.ordinal()));
    }

    /**
     * Draws each face as the person that it shows, in one pass: what training compares with the target.
     *
     * @param faces {@code (2 N, 3, size, size)}, 32-bit, red green blue, 0 to 1; the first half shows person A
     * @return as {@link #draw}
     */
    public NDArray reconstruct(NDArray faces) {
        return draw(faces, List.of(Side.A.ordinal(), Side.B.ordinal()));
    }

    /**
     * Draws faces as several people in one pass, whoever they show.
     *
     * @param faces {@code (K N, 3, size, size)}, 32-bit, red green blue, 0 to 1
     * @param as K people, from 0; the first N faces are drawn as the first of them
     * @return the same shape, order and range, owned by the owner of {@code faces}; a design with a mask has that as a
     *     fourth channel, see {@link FacePixels#colors} and {@link FacePixels#masks}
     */
    public NDArray draw(NDArray faces, List<Integer> as) {
        return network.draw(network.codes(faces), as);
    }

    /** All weights by name, such as {@code encoder.0.weight}; training changes them in place. */
    public Map<String, NDArray> weights() {
        return network.weights();
    }

    /** Of these weights, what belongs to one person alone. */
    public Map<String, NDArray> weightsOf(int person) {
        requirePerson(person);
        return network.people().get(person).weights();
    }

    @Override
    public void close() {
        owner.close();
    }

    private <T> List<T> seeing(List<BufferedImage> faces, Function<NDArray, List<T>> work) {
        faces.forEach(this::requireSize);
        return faces.isEmpty() ? List.of() : computing(scope -> work.apply(FacePixels.pack(scope, faces)));
    }

    private <T> T computing(Function<NDManager, T> work) {
        return Torch.withoutGradients(() -> {
            try (var scope = owner.newSubManager()) {
                return work.apply(scope);
            }
        });
    }

    private static List<float[]> rows(NDArray codes) {
        var numbers = codes.toFloatArray();
        var length = (int) codes.getShape().get(1);
        return IntStream.range(0, numbers.length / length)
                .mapToObj(i -> Arrays.copyOfRange(numbers, i * length, (i + 1) * length))
                .toList();
    }

    private void requireSize(BufferedImage face) {
        if (face.getWidth() != design.size() || face.getHeight() != design.size()) {
            throw new IllegalArgumentException("this network sees faces of %d x %d, got %d x %d: cut them with %s"
                    .formatted(design.size(), design.size(), face.getWidth(), face.getHeight(), design.crop()));
        }
    }

    private void requirePerson(int person) {
        if (person < 0 || person >= people()) {
            throw new IllegalArgumentException("this network draws %d people, got person %d: take 0 to %d"
                    .formatted(people(), person, people() - 1));
        }
    }
}
