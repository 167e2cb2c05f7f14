package doppel.dataset;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The place of one face in a batch.
 *
 * @param input {@code (size, size, 3)}, 8-bit, red green blue
 * @param target the same
 * @param weights {@code (size, size)}
 */
record FaceSlice(Mat input, Mat target, FloatBuffer weights) {}
