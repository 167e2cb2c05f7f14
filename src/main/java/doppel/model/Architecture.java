package doppel.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How the work is shared out between what all people use and what each has alone.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
public enum Architecture {
    /** The book's: a decoder for each person. */
    TWO_DECODERS {
        @Override
        Plan plan(ModelDesign design) { // shapes of the book's design: (3, 64, 64)
            var most = Math.min(16, 1 << design.halvings()) * design.channels().last();
            var bottom = design.bottom();
            var upscales = upscales(most, design.halvings(), 16, design);
            var shared = design.residual() ? 2 : 1;

            var encoder = encoder(5, design); // (128, 32, 32) (256, 16, 16) (512, 8, 8) (1024, 4, 4) (1024)
            encoder.add(new Linear(design.channels().code(), most * bottom * bottom)); // (16384)
            encoder.add(new Picture(most, bottom)); // (1024, 4, 4)
            encoder.addAll(upscales.subList(0, shared)); // (512, 8, 8)

            var decoder = new ArrayList<>(upscales.subList(shared, upscales.size())); // (256, 16, 16) to (64, 64, 64)
            decoder.add(new Convolution(design.channels().last(), design.planes(), 5, 1)); // (3, 64, 64)
            decoder.add(Activation.SIGMOID);
            return new Plan(encoder, decoder, List.of(), List.of());
        }
    },

    /**
     * Everything shared but one linear layer for each person: what two faces have in common is learned once, from both
     * people's faces.
     *
     * <p>Source: the division of labor of DeepFaceLab's LIAE, reduced to its least.
     */
    SHARED_DECODER {
        @Override
        Plan plan(ModelDesign design) { // shapes of the fast design: (3, 64, 64)
            var channels = intermediate(design);
            return new Plan(
                    encoder(3, design), // (32, 32, 32) (64, 16, 16) (128, 8, 8) (256, 4, 4) (128)
                    picture(channels, design), // (1024) (64, 4, 4)
                    List.of(),
                    decoder(channels, design)); // (64, 8, 8) (32, 16, 16) (16, 32, 32) (3, 64, 64)
        }
    },

    /**
     * Half of that linear layer is shared too: what is true of every face need not be learned once a person, and a new
     * person has half as much to learn. In exchange, people look more like each other.
     *
     * <p>Source: faceswap's IAE and DeepFaceLab's LIAE, intermediates for a person and for both; theirs narrow the face
     * down to a code once for each intermediate, here one code serves them all.
     */
    INTERMEDIATES {
        @Override
        Plan plan(ModelDesign design) { // shapes of the iae design: (3, 64, 64)
            var half = (intermediate(design) + 1) / 2;
            return new Plan(
                    encoder(3, design), // (32, 32, 32) (64, 16, 16) (128, 8, 8) (256, 4, 4) (128)
                    picture(half, design), // (512) (32, 4, 4)
                    picture(half, design), // (512) (32, 4, 4), and together (64, 4, 4)
                    decoder(2 * half, design)); // (64, 8, 8) (32, 16, 16) (16, 32, 32) (3, 64, 64)
        }
    };

    /** A person's picture at the bottom has so many numbers for each number of the code. */
    private static final int NUMBERS_A_CODE = 8;

    abstract Plan plan(ModelDesign design);

    /** Halves the picture again and again, then makes a code of it. */
    private static List<Block> encoder(int kernel, ModelDesign design) {
        var blocks = new ArrayList<Block>();
        var in = FacePixels.CHANNELS;
        for (int i = 0; i < design.halvings(); i++) {
            var out = Math.min(8, 1 << i) * design.channels().first();
            blocks.add(new Convolution(in, out, i == 0 ? 5 : kernel, 2));
            blocks.add(Activation.LEAKY);
            in = out;
        }
        blocks.add(new Linear(
                in * design.bottom() * design.bottom(), design.channels().code()));
        return blocks;
    }

    /** A code as a small picture. */
    private static List<Block> picture(int channels, ModelDesign design) {
        var bottom = design.bottom();
        return List.of(new Linear(design.channels().code(), channels * bottom * bottom), new Picture(channels, bottom));
    }

    /** Channels of the small picture, so that all designs give a person about the same say. */
    private static int intermediate(ModelDesign design) {
        var area = design.bottom() * design.bottom();
        return (NUMBERS_A_CODE * design.channels().code() + area - 1) / area;
    }

    /** Draws at half the size and lays each pixel out as four: a fourth of the work of the largest layer. */
    private static List<Block> decoder(int in, ModelDesign design) {
        var blocks = upscales(in, design.halvings() - 1, 4, design);
        blocks.add(new Convolution(design.channels().last(), 4 * design.planes(), 3, 1));
        blocks.add(new PixelShuffle());
        blocks.add(Activation.SIGMOID);
        return blocks;
    }

    /**
     * Doubles the picture again and again, each time to half the channels.
     *
     * @param most channels of a large layer, as a multiple of the last one's
     */
    private static List<Block> upscales(int in, int count, int most, ModelDesign design) {
        var blocks = new ArrayList<Block>();
        var channels = in;
        for (int i = count - 1; i >= 0; i--) {
            var out = Math.min(most, 1 << i) * design.channels().last();
            blocks.add(new Upscale(channels, out));
            if (design.residual()) {
                blocks.add(new Residual(out));
            }
            channels = out;
        }
        return blocks;
    }
}
