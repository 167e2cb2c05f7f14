package doppel.model;

import doppel.align.CropOptions;
import java.util.List;

/**
 * How a network is built and what it looks at, before it has a single weight.
 *
 * <pre>{@code var design = ModelDesign.sharp(); // or ModelDesign.fast().withName("mine").withCode(64)}</pre>
 *
 * <p>The book's network has 82 million parameters, for thousands of faces and days on a graphics card. On two cores a
 * smaller one wins by far: in four minutes it takes some eight thousand steps where the book's takes a hundred.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI".
 *
 * @param name for people, 1 to 40 of {@code a-z 0-9 -}
 * @param architecture who shares what
 * @param channels how much room there is; twice the channels are about four times the work
 * @param halvings how often the encoder halves the picture, 3 to 6; usual 4, and 5 from 160 pixels on. Too few: the
 *     linear layer in the middle swells; too many: nothing is left of where things are
 * @param residual whether each upscale is followed by two convolutions that correct it: half as much work again, for
 *     long runs on a graphics card
 * @param mask whether the network also draws which pixels are face, for {@link SwapModel#decodeMasks}: hands and hair
 *     that the frame's own mask misses are seen there. A swap pastes inside of the frame's own mask all the same
 * @param crop what a face picture shows and its size, 32 to 256 pixels. Twice the size is four times the work
 */
public record ModelDesign(
        String name,
        Architecture architecture,
        Channels channels,
        int halvings,
        boolean residual,
        boolean mask,
        CropOptions crop) {

    /** A layer beyond this has more weights than a training run can fill with sense. */
    private static final long MOST_WEIGHTS = 100_000_000;

    /**
     * @throws IllegalArgumentException if a number is out of its range or the shapes do not fit; names the value
     */
    public ModelDesign {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a design's name has 1 to 40 of a-z 0-9 -, got \"%s\"; try \"my-design\"".formatted(name));
        }
        if (halvings < 3 || halvings > 6) {
            throw new IllegalArgumentException("halvings must be 3 to 6, got " + halvings + "; try 4");
        }
        var step = 1 << halvings;
        var size = crop.size();
        if (size < 32 || size > 256 || size % step != 0 || size < 2 * step) {
            throw new IllegalArgumentException("size must be a multiple of %d from %d to 256 to be halved %d times, got"
                            .formatted(step, Math.max(32, 2 * step), halvings)
                    + " %d; try %d"
                            .formatted(size, Math.max(Math.max(32, 2 * step), Math.min(256, size / step * step))));
        }
        requireCode(architecture, channels, halvings, size / step);
    }

    /** The book's network, 82,062,470 parameters; a step takes seconds without a graphics card. */
    public static ModelDesign book() {
        return of("book", Architecture.TWO_DECODERS, new Channels(128, 1024, 64), new CropOptions(64, 0.5, 0));
    }

    /**
     * The book's network with a quarter of its channels, to see it learn without a graphics card.
     *
     * <p>It looks at the closer crop of {@link #fast()}: at 64 pixels, the face is then 49 pixels wide instead of 32.
     */
    public static ModelDesign light() {
        return of("light", Architecture.TWO_DECODERS, new Channels(32, 256, 16), CropOptions.training(64));
    }

    /** What learns most in a few minutes on two cores, 1,420,364 parameters. */
    public static ModelDesign fast() {
        return of("fast", Architecture.SHARED_DECODER, new Channels(32, 128, 16), CropOptions.training(64));
    }

    /**
     * 96 pixels for two cores, 1,417,212 parameters: a step takes about twice as long as one of {@link #fast()}, and it
     * can draw what is finer than 64 pixels. A narrower encoder pays for a wider decoder.
     */
    public static ModelDesign sharp() {
        return of("sharp", Architecture.SHARED_DECODER, new Channels(16, 144, 24), CropOptions.training(96));
    }

    /** {@link #fast()} with half of each person's part shared, to compare: as much work, 1,354,316 parameters. */
    public static ModelDesign iae() {
        return of("iae", Architecture.INTERMEDIATES, new Channels(32, 128, 16), CropOptions.training(64));
    }

    /** 256 pixels for graphics cards and long runs, 32,059,152 parameters: corrects each upscale and draws the mask. */
    public static ModelDesign large() {
        var channels = new Channels(64, 512, 64);
        var crop = CropOptions.training(256);
        return new ModelDesign("large", Architecture.SHARED_DECODER, channels, 5, true, true, crop);
    }

    /** All presets. */
    public static List<ModelDesign> presets() {
        return List.of(fast(), sharp(), iae(), light(), book(), large());
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

    public ModelDesign withName(String value) {
        return new ModelDesign(value, architecture, channels, halvings, residual, mask, crop);
    }

    public ModelDesign withArchitecture(Architecture value) {
        return new ModelDesign(name, value, channels, halvings, residual, mask, crop);
    }

    public ModelDesign withChannels(Channels value) {
        return new ModelDesign(name, architecture, value, halvings, residual, mask, crop);
    }

    /** So many channels after the first convolution, and all others in proportion. */
    public ModelDesign withWidth(int value) {
        return withChannels(channels.scaledTo(value));
    }

    public ModelDesign withHalvings(int value) {
        return new ModelDesign(name, architecture, channels, value, residual, mask, crop);
    }

    public ModelDesign withResidual(boolean value) {
        return new ModelDesign(name, architecture, channels, halvings, value, mask, crop);
    }

    public ModelDesign withMask(boolean value) {
        return new ModelDesign(name, architecture, channels, halvings, residual, value, crop);
    }

    public ModelDesign withCrop(CropOptions value) {
        return new ModelDesign(name, architecture, channels, halvings, residual, mask, value);
    }

    /** Side of the pictures that go in and come out, pixels. */
    public int size() {
        return crop.size();
    }

    /** Numbers that training changes, of both sides together. */
    public long parameters() {
        return layers().stream().mapToLong(Layer::parameters).sum();
    }

    /** Of these, what a network has once for each person. */
    public long parametersAPerson() {
        return layers().stream()
                .filter(layer -> layer.part().equals("side A"))
                .mapToLong(Layer::parameters)
                .sum();
    }

    /** Multiplications with a weight that one face takes on its way through. */
    public long multiplications() {
        return new LayerTable(this).multiplications();
    }

    /** Numbers that one face leaves behind on its way through, to follow the gradients back: 4 bytes each. */
    public long numbersKept() {
        return new LayerTable(this).kept();
    }

    /** The network as a table, one row a block, in the order in which a face passes through; both sides are listed. */
    public List<Layer> layers() {
        return new LayerTable(this).rows();
    }

    /** {@link #layers()} as lines of text: part, block, the shape that comes out, parameters. */
    public String describe() {
        return LayerTable.text(layers());
    }

    /** Whether people share all but a little, so that a new one may begin where others are. */
    public boolean sharesDecoder() {
        return architecture != Architecture.TWO_DECODERS;
    }

    /** Side of the picture where it is smallest, pixels. */
    int bottom() {
        return size() >> halvings;
    }

    /** Channels that come out: three colors, and the mask if the network draws one. */
    int planes() {
        return mask ? FacePixels.CHANNELS + 1 : FacePixels.CHANNELS;
    }

    Plan plan() {
        return architecture.plan(this);
    }

    private static ModelDesign of(String name, Architecture architecture, Channels channels, CropOptions crop) {
        return new ModelDesign(name, architecture, channels, 4, false, false, crop);
    }

    /** The two linear layers around the code are where a design goes wrong. */
    private static void requireCode(Architecture architecture, Channels channels, int halvings, int bottom) {
        var in = (long) Math.min(8, 1 << halvings - 1) * channels.first() * bottom * bottom;
        var code = channels.code();
        if (code >= in) {
            throw new IllegalArgumentException(
                    "a code of %d numbers leaves nothing out of the %d that go in: try %d".formatted(code, in, in / 4));
        }
        var back = architecture == Architecture.TWO_DECODERS
                ? (long) Math.min(16, 1 << halvings) * channels.last() * bottom * bottom
                : 0;
        var widest = Math.max(in, back);
        if (widest * code > MOST_WEIGHTS) {
            throw new IllegalArgumentException(
                    "a linear layer between %d numbers and a code of %d has %d million weights, the most is %d million:"
                                    .formatted(widest, code, widest * code / 1_000_000, MOST_WEIGHTS / 1_000_000)
                            + " halve the picture once more or try a code of " + MOST_WEIGHTS / widest);
        }
    }
}
