package doppel.dataset;

import doppel.geometry.Point;
import doppel.image.Mats;
import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One face on its way into training, step by step, to be looked at.
 *
 * <p>Made by the very code that fills batches: it is what the first step of a run with this seed makes of the face, if
 * the dice choose it first.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loading of the images.
 *
 * @param original the face as it was extracted, at the size of the network
 * @param target turned, zoomed, shifted, perhaps mirrored, recolored: what the decoder must draw
 * @param input the target, bent: what the encoder sees
 * @param weights how much each pixel of the target counts, 0 to 4
 * @param net 5 x 5 points on the target, row after row; a straight net over the input has its crossings there
 */
public record AugmentedFace(
        BufferedImage original, BufferedImage target, BufferedImage input, NumberGrid weights, List<Point> net) {

    public AugmentedFace {
        net = List.copyOf(net);
    }

    /**
     * @param number of the face, from 0
     * @param others faces of the other side, whose colors it may take over
     * @param seed another seed draws another turn, bend and color
     */
    public static AugmentedFace of(
            TrainingFaces faces, int number, TrainingFaces others, AugmentOptions options, long seed) {
        var size = faces.crop().size();
        var random = FaceBatches.random(seed, 0);
        var warps = random.split();
        faces.draw(random); // a batch throws the dice for which face it takes; here that throw is for nothing
        try (var scope = new PointerScope()) {
            var slice = new FaceSlice(
                    new Mat(size, size, opencv_core.CV_8UC3),
                    new Mat(size, size, opencv_core.CV_8UC3),
                    new Mat(size, size, opencv_core.CV_32FC1));
            var augmenter = new FaceAugmenter(faces.window(), others);
            augmenter.augment(faces.face(number), options, random, warps, slice);
            var weights = new float[size * size];
            slice.weights().<FloatBuffer>createBuffer().get(weights);
            return new AugmentedFace(
                    faces.picture(number),
                    picture(slice.target()),
                    picture(slice.input()),
                    new NumberGrid(size, size, weights),
                    augmenter.warpPoints());
        }
    }

    private static BufferedImage picture(Mat rgb) {
        var bgr = new Mat();
        opencv_imgproc.cvtColor(rgb, bgr, opencv_imgproc.COLOR_RGB2BGR);
        return Mats.picture(bgr);
    }
}
