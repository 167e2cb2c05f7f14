package doppel.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The bridge between Java's pictures and OpenCV's {@code Mat}: the only one.
 *
 * <p>A {@code Mat} lives and dies inside one method, in a {@code PointerScope} or a try block.
 */
public final class Mats {

    private Mats() {}

    /** A copy of {@code picture} as {@code (height, width, 3)}, 8-bit, blue green red, 0 to 255. */
    public static Mat of(BufferedImage picture) {
        var bgr = bgr(picture);
        var pixels = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
        var mat = new Mat(bgr.getHeight(), bgr.getWidth(), opencv_core.CV_8UC3);
        mat.data().put(pixels);
        return mat;
    }

    /** A copy of {@code mask} as {@code (height, width, 1)}, 8-bit, 0 to 255. */
    public static Mat of(Mask mask) {
        var mat = new Mat(mask.height(), mask.width(), opencv_core.CV_8UC1);
        mat.data().put(mask.bytes());
        return mat;
    }

    /** The picture in a {@code Mat} of 8-bit blue green red. */
    public static BufferedImage picture(Mat bgr) {
        var picture = new BufferedImage(bgr.cols(), bgr.rows(), BufferedImage.TYPE_3BYTE_BGR);
        read(bgr, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    /** The mask in a {@code Mat} of one 8-bit channel. */
    public static Mask mask(Mat gray) {
        var bytes = new byte[gray.rows() * gray.cols()];
        read(gray, bytes);
        return new Mask(gray.cols(), gray.rows(), bytes);
    }

    /** {@code picture} itself if its pixels are blue green red bytes in one run, else a copy that is. */
    public static BufferedImage bgr(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                && picture.getRaster().getParent() == null
                && picture.getRaster().getDataBuffer().getSize() == 3 * picture.getWidth() * picture.getHeight()) {
            return picture;
        }
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static void read(Mat mat, byte[] into) {
        var rowBytes = into.length / mat.rows();
        if (mat.isContinuous()) {
            mat.data().get(into);
            return;
        }
        for (int row = 0; row < mat.rows(); row++) {
            try (var start = new BytePointer(mat.ptr(row))) {
                start.get(into, row * rowBytes, rowBytes);
            }
        }
    }
}
