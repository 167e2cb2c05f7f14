package doppel.compute;

import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * A pretrained network from a TFLite or ONNX file: a picture in, named lists of numbers out.
 *
 * <p>Serves one thread at a time; each worker opens its own. Close it when done: its weights are native memory.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code".
 */
public final class VisionNetwork implements AutoCloseable {

    private final Net net;
    private final StringVector outputs;

    private VisionNetwork(Net net) {
        this.net = net;
        this.outputs = net.getUnconnectedOutLayersNames();
    }

    /**
     * @param file ending in {@code .tflite} or {@code .onnx}
     * @throws IllegalArgumentException if OpenCV cannot read the file
     */
    public static VisionNetwork open(Path file) {
        var name = file.toString();
        try {
            var net = name.endsWith(".tflite") ? opencv_dnn.readNetFromTFLite(name) : opencv_dnn.readNetFromONNX(name);
            return new VisionNetwork(net);
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException(
                    "%s is not a network that OpenCV reads: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    /**
     * Runs the network on one picture, given as {@code (1, 3, height, width)}, red green blue,
     * {@code (value - mean) * scale} with values 0 to 255.
     *
     * @return each output of the network by its name, flattened row by row
     */
    public Map<String, float[]> run(BufferedImage picture, double scale, double mean) {
        try (var scope = new PointerScope()) {
            var blob = opencv_dnn.blobFromImage(
                    Mats.of(picture),
                    scale,
                    new Size(picture.getWidth(), picture.getHeight()),
                    Scalar.all(mean),
                    true,
                    false,
                    opencv_core.CV_32F);
            net.setInput(blob);
            var results = new MatVector();
            net.forward(results, outputs);
            var named = new LinkedHashMap<String, float[]>();
            for (long i = 0; i < results.size(); i++) {
                named.put(name(i), values(results.get(i)));
            }
            return named;
        }
    }

    @Override
    public void close() {
        outputs.close();
        net.close();
    }

    /** OpenCV's names come with trailing zero characters. */
    private String name(long index) {
        return outputs.get(index).getString().replace("\0", "").trim();
    }

    private static float[] values(Mat mat) {
        var values = new float[(int) (mat.total() * mat.channels())];
        new FloatPointer(mat.isContinuous() ? mat.data() : mat.clone().data()).get(values);
        return values;
    }
}
