package doppel.dataset;

import doppel.geometry.Point;
import doppel.image.Mats;
import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
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
 * @param weights how much each pixel of the target counts, 0 or more
 * @param net 5 x 5 points on the target, row after row; a straight net over the input has its crossings there, unless
 *     the input is bent to landmarks
 * @param match to whose landmarks the input is bent; empty if it is bent at random
 */
public record AugmentedFace(
        BufferedImage original,
        BufferedImage target,
        BufferedImage input,
        NumberGrid weights,
        List<Point> net,
        Optional<Match> match) {

    /**
     * A face of the other side that looks the same way, and how its landmarks bend the input.
     *
     * @param picture the other face, at the size of the network
     * @param from points of the target: corners, middles of the edges, landmarks
     * @param to where they lie in the input
     */
    public record Match(BufferedImage picture, List<Point> from, List<Point> to) {

        public Match {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    public AugmentedFace {
        net = List.copyOf(net);
    }

    /** With the usual emphasis on eyes and mouth. */
    public static AugmentedFace of(
            TrainingFaces faces, int number, TrainingFaces others, AugmentOptions options, long seed) {
        return of(faces, number, others, options, Emphasis.usual(), seed);
    }

    /**
     * @param number of the face, from 0
     * @param others faces of the other side, whose colors and shape it may take over
     * @param seed another seed draws another turn, bend and color
     */
    public static AugmentedFace of(
            TrainingFaces faces,
            int number,
            TrainingFaces others,
            AugmentOptions options,
            Emphasis emphasis,
            long seed) {
        var size = faces.crop().size();
        var face = faces.face(number);
        var weights = new float[size * size];
        try (var scope = new PointerScope()) {
            var slice = new FaceSlice(
                    new Mat(size, size, opencv_core.CV_8UC3),
                    new Mat(size, size, opencv_core.CV_8UC3),
                    FloatBuffer.wrap(weights));
            var augmenter = new FaceAugmenter(faces.window());
            var dice = Dice.of(Dice.of(seed, 0));
            augmenter.augment(face, face, new OppositeSide(faces, others).of(number), options, emphasis, dice, slice);
            return new AugmentedFace(
                    faces.picture(number),
                    picture(slice.target()),
                    picture(slice.input()),
                    new NumberGrid(size, size, weights),
                    augmenter.warpPoints(),
                    augmenter
                            .near()
                            .map(near -> new Match(
                                    TrainingFaces.picture(near, others.window()),
                                    augmenter.landmarkWarp().from(),
                                    augmenter.landmarkWarp().to())));
        }
    }

    private static BufferedImage picture(Mat rgb) {
        var bgr = new Mat();
        opencv_imgproc.cvtColor(rgb, bgr, opencv_imgproc.COLOR_RGB2BGR);
        return Mats.picture(bgr);
    }
}
