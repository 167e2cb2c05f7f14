package doppel.model;

import ai.djl.ndarray.types.Shape;
import doppel.align.CropOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How a network is built and what it looks at, before it has a single weight.
 *
 * <p>The book's network has 82 million parameters, for thousands of faces and days on a graphics card. On two cores a
 * smaller one wins by far: in four minutes it takes some eight thousand steps where the book's takes a hundred.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI".
 *
 * @param name for people, 1 to 40 of {@code a-z 0-9 -}
 * @param architecture who shares what
 * @param width channels after the first convolution, even, 4 to 512; the other layers follow. Twice the width is about
 *     four times the work; too narrow, and teeth and eyes stay blurred
 * @param crop what a face picture shows and its size, a multiple of 16 from 32 to 256. Twice the size is four times
 *     the work
 */
public record ModelDesign(String name, Architecture architecture, int width, CropOptions crop) {

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value
     */
    public ModelDesign {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a design's name has 1 to 40 of a-z 0-9 -, got \"%s\"; try \"my-design\"".formatted(name));
        }
        if (width < 4 || width > 512 || width % 2 != 0) {
            throw new IllegalArgumentException("width must be even and 4 to 512, got " + width + "; try 32");
        }
        var size = crop.size();
        if (size < 32 || size > 256 || size % 16 != 0) {
            throw new IllegalArgumentException(
                    "size must be a multiple of 16 from 32 to 256, got " + size + "; try 64");
        }
    }

    /** The book's network, 82,062,470 parameters; a step takes seconds without a graphics card. */
    public static ModelDesign book() {
        return new ModelDesign("book", Architecture.TWO_DECODERS, 128, new CropOptions(64, 0.5, 0));
    }

    /**
     * The book's network with a quarter of its channels, to see it learn without a graphics card.
     *
     * <p>It looks at the closer crop of {@link #fast()}: at 64 pixels, the face is then 49 pixels wide instead of 32.
     */
    public static ModelDesign light() {
        return new ModelDesign("light", Architecture.TWO_DECODERS, 32, CropOptions.training(64));
    }

    /** What learns most in a few minutes on two cores, 1,420,364 parameters. */
    public static ModelDesign fast() {
        return new ModelDesign("fast", Architecture.SHARED_DECODER, 32, CropOptions.training(64));
    }

    /** All presets. */
    public static List<ModelDesign> presets() {
        return List.of(fast(), light(), book());
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException if there is none; names those that there are
     */
    public static ModelDesign named(String name) {
        return presets().stream()
                .filter(design -> design.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no design is called \"%s\"; there are %s"
                        .formatted(
                                name, presets().stream().map(ModelDesign::name).toList())));
    }

    public ModelDesign withName(String name) {
        return new ModelDesign(name, architecture, width, crop);
    }

    public ModelDesign withArchitecture(Architecture architecture) {
        return new ModelDesign(name, architecture, width, crop);
    }

    public ModelDesign withWidth(int width) {
        return new ModelDesign(name, architecture, width, crop);
    }

    public ModelDesign withCrop(CropOptions crop) {
        return new ModelDesign(name, architecture, width, crop);
    }

    /** Side of the pictures that go in and come out, pixels. */
    public int size() {
        return crop.size();
    }

    /** Numbers that training changes, of both sides together. */
    public long parameters() {
        return layers().stream().mapToLong(Layer::parameters).sum();
    }

    /** Multiplications with a weight that one face takes on its way through. */
    public long multiplications() {
        var shape = new Shape(3, size(), size());
        long sum = 0;
        var plan = plan();
        for (var block : Stream.of(plan.encoder(), plan.side(), plan.decoder())
                .flatMap(List::stream)
                .toList()) {
            sum += block.multiplications(shape);
            shape = block.output(shape);
        }
        return sum;
    }

    /** The network as a table, one row a block, in the order in which a face passes through; both sides are listed. */
    public List<Layer> layers() {
        var rows = new ArrayList<Layer>();
        var code = addRows(rows, "encoder", plan().encoder(), new Shape(3, size(), size()));
        addRows(rows, "side A", plan().side(), code);
        var drawn = addRows(rows, "side B", plan().side(), code);
        addRows(rows, "decoder", plan().decoder(), drawn);
        return List.copyOf(rows);
    }

    Architecture.Plan plan() {
        return architecture.plan(width, size());
    }

    /** Name and shape of every weight of a network for so many people. */
    Map<String, Shape> weights(int people) {
        var all = new LinkedHashMap<>(Part.shapes("encoder", plan().encoder()));
        for (int i = 0; i < people; i++) {
            all.putAll(Part.shapes("person." + i, plan().side()));
        }
        all.putAll(Part.shapes("decoder", plan().decoder()));
        return all;
    }

    private static Shape addRows(List<Layer> rows, String part, List<Block> blocks, Shape input) {
        var shape = input;
        for (var block : blocks) {
            shape = block.output(shape);
            var sides = LongStream.of(shape.getShape())
                    .mapToInt(Math::toIntExact)
                    .boxed()
                    .toList();
            var parameters = block.weights().stream().mapToLong(Shape::size).sum();
            rows.add(new Layer(part, block.words(), sides, parameters));
        }
        return shape;
    }
}
