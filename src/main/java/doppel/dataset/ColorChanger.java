package doppel.dataset;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_imgproc.CLAHE;

/**
 * Takes pictures to L*a*b*, changes them there and brings them back.
 *
 * <p>Evening out the contrast (CLAHE) works tile by tile, with a random number of tiles.
 *
 * <p>Source: K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV, 1994; the numbers are
 * those of faceswap, {@code augmentation.py}.
 */
final class ColorChanger {

    private static final double CLIP_LIMIT = 2;

    private static final int TILE_CHOICES = 5;

    /** OpenCV's L* runs to 100, CLAHE wants bytes. */
    private static final double BYTES_PER_LIGHTNESS = 2.55;

    private final Mat lab = new Mat();
    private final Mat matrix = new Mat(3, 4, opencv_core.CV_32F);
    private final FloatBuffer numbers = matrix.createBuffer();
    private final CLAHE equalizer = opencv_imgproc.createCLAHE();
    private final Mat lightness = new Mat();
    private final Mat bytes = new Mat();
    private final Size[] tiles;
    private boolean changes;
    private boolean evenOut;

    /** For pictures of {@code size} pixels square. */
    ColorChanger(int size) {
        var base = Math.max(2, size / 128);
        equalizer.setClipLimit(CLIP_LIMIT);
        tiles = IntStream.range(0, TILE_CHOICES)
                .map(choice -> base + choice * (base / 2))
                .mapToObj(count -> new Size(count, count))
                .toArray(Size[]::new);
    }

    /** Says how all pictures are changed from now on. */
    void draw(ColorChange change, boolean evenOut, RandomGenerator random) {
        this.evenOut = evenOut;
        this.changes = evenOut || !change.changesNothing();
        change.write(numbers);
        if (evenOut) {
            equalizer.setTilesGridSize(tiles[random.nextInt(TILE_CHOICES)]);
        }
    }

    /** Changes a picture of 8-bit red green blue in place. */
    void apply(Mat picture) {
        if (!changes) {
            return;
        }
        picture.convertTo(lab, opencv_core.CV_32F, 1 / 255.0, 0);
        opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_RGB2Lab);
        opencv_core.transform(lab, lab, matrix);
        if (evenOut) {
            evenOut();
        }
        opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_Lab2RGB);
        lab.convertTo(picture, opencv_core.CV_8U, 255, 0);
    }

    private void evenOut() {
        opencv_core.extractChannel(lab, lightness, 0);
        lightness.convertTo(bytes, opencv_core.CV_8U, BYTES_PER_LIGHTNESS, 0);
        equalizer.apply(bytes, bytes);
        bytes.convertTo(lightness, opencv_core.CV_32F, 1 / BYTES_PER_LIGHTNESS, 0);
        opencv_core.insertChannel(lightness, lab, 0);
    }
}
