package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures as the network wants them, and back: {@code (N, 3, size, size)}, 32-bit, red green blue, 0 to 1.
 *
 * <p>Java and OpenCV keep blue first, networks red; the book mixes the two up in one place, and its masks suffer.
 */
public final class FacePixels {

    static final int CHANNELS = 3;

    private static final NDIndex COLORS = new NDIndex(":, 0:3");
    private static final NDIndex MASKS = new NDIndex(":, 3:4");

    private FacePixels() {}

    /**
     * @param scope owner of the result
     * @param faces square, all of one size
     */
    static NDArray pack(NDManager scope, List<BufferedImage> faces) {
        var size = faces.get(0).getWidth();
        var bytes = ByteBuffer.allocateDirect(faces.size() * size * size * CHANNELS);
        for (var face : faces) {
            var pixels = ((DataBufferByte) Mats.bgr(face).getRaster().getDataBuffer()).getData();
            bytes.put(swapRedAndBlue(pixels.clone()));
        }
        return unpacked(scope, bytes.flip(), faces.size(), size);
    }

    /**
     * @param scope owner of the result
     * @param bytes a direct buffer of {@code (N, size, size, 3)}, 8-bit, red green blue; may change after this call
     */
    public static NDArray unpacked(NDManager scope, ByteBuffer bytes, int faces, int size) {
        try (var borrowed = scope.create(bytes, new Shape(faces, size, size, CHANNELS), DataType.UINT8)) {
            return borrowed.transpose(0, 3, 1, 2).toType(DataType.FLOAT32, true).divi(255);
        }
    }

    /**
     * The colors of what a network drew.
     *
     * @param drawn {@code (N, 3, size, size)}, or 4 channels if the network draws masks too
     * @return {@code (N, 3, size, size)}, 32-bit, red green blue, 0 to 1; gradients flow through it
     */
    public static NDArray colors(NDArray drawn) {
        return drawn.getShape().get(1) == CHANNELS ? drawn : drawn.get(COLORS);
    }

    /**
     * The masks that a network drew beside the colors.
     *
     * @param drawn {@code (N, 4, size, size)}
     * @return {@code (N, 1, size, size)}, 32-bit, 0 to 1; gradients flow through it
     */
    public static NDArray masks(NDArray drawn) {
        return drawn.get(MASKS);
    }

    /** The masks in {@code (N, 1, size, size)}. */
    static List<Mask> asMasks(NDArray masks) {
        var size = (int) masks.getShape().get(2);
        var values = masks.mul(255).round().toType(DataType.UINT8, false).toByteArray();
        return IntStream.range(0, values.length / (size * size))
                .mapToObj(i -> new Mask(size, size, Arrays.copyOfRange(values, i * size * size, (i + 1) * size * size)))
                .toList();
    }

    /** The pictures in {@code faces}, blue green red. */
    static List<BufferedImage> pictures(NDArray faces) {
        var count = (int) faces.getShape().get(0);
        var size = (int) faces.getShape().get(2);
        var rgb = faces.transpose(0, 2, 3, 1)
                .mul(255)
                .round()
                .toType(DataType.UINT8, false)
                .toByteArray();
        var pictures = new ArrayList<BufferedImage>();
        for (int face = 0; face < count; face++) {
            var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
            var pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
            System.arraycopy(rgb, face * pixels.length, pixels, 0, pixels.length);
            swapRedAndBlue(pixels);
            pictures.add(picture);
        }
        return pictures;
    }

    private static byte[] swapRedAndBlue(byte[] pixels) {
        for (int i = 0; i < pixels.length; i += CHANNELS) {
            var first = pixels[i];
            pixels[i] = pixels[i + 2];
            pixels[i + 2] = first;
        }
        return pixels;
    }
}
