package doppel.model;

import doppel.align.CropOptions;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Networks of each kind that are made and used in a moment. */
final class TinyDesigns {

    private TinyDesigns() {}

    /** Each architecture, plain and with all that can be added. */
    static Stream<ModelDesign> all() {
        return Stream.of(Architecture.values())
                .flatMap(architecture -> Stream.of(
                        of(architecture), of(architecture).withResidual(true).withMask(true)));
    }

    /** 32 pixels, 4 first channels, a code of 16 numbers. */
    static ModelDesign of(Architecture architecture) {
        return new ModelDesign("tiny", architecture, new Channels(4, 16, 2), 4, false, false, CropOptions.training(32));
    }

    /** Random pixels. */
    static BufferedImage noise(int size, long seed) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        new SplittableRandom(seed)
                .nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    /** The bytes of the first picture. */
    static byte[] pixels(List<BufferedImage> pictures) {
        return ((DataBufferByte) pictures.get(0).getRaster().getDataBuffer()).getData();
    }
}
