package doppel.dataset;

import doppel.geometry.Point;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Makes target, input and weights of one face:
 *
 * <ol>
 *   <li>turn, zoom, shift and perhaps mirror it: the target;
 *   <li>bend that a little: the input;
 *   <li>change the colors of both alike;
 *   <li>move the weights as the target was moved.
 * </ol>
 *
 * <p>For one thread: the pictures are too small for OpenCV to split them among several. The scope that is open when an
 * augmenter is made owns its native memory.
 */
final class FaceAugmenter {

    private final TrainingFaces others;
    private final int size;
    private final FaceCutter cutter;
    private final RandomWarp warp;
    private final Mat places;
    private final FloatBuffer placeNumbers;
    private final ColorChanger colors;

    /**
     * @param window how the faces are kept
     * @param others faces of the other side, whose colors a face may take over
     */
    FaceAugmenter(CropWindow window, TrainingFaces others) {
        this.others = others;
        this.size = window.crop().size();
        this.cutter = new FaceCutter(window);
        this.warp = new RandomWarp(size);
        this.places = new Mat(size, size, opencv_core.CV_32FC2);
        this.placeNumbers = places.createBuffer();
        this.colors = new ColorChanger(size);
    }

    /**
     * @param options how much to change
     * @param random decides all but the warp
     * @param warps decides the warp, so that bending more or less changes nothing else
     */
    void augment(
            TrainingFace face, AugmentOptions options, RandomGenerator random, RandomGenerator warps, FaceSlice slice) {
        var back = AffineJitter.draw(options, size, random).inverse();
        var mirrored = random.nextDouble() < options.flip();
        cutter.take(face, back, mirrored);
        cutter.straight(slice.target());

        warp.draw(options.warp(), warps, placeNumbers);
        cutter.bent(places, slice.input());

        var recolored = random.nextDouble() < options.recoloring();
        var change = recolored
                ? Recoloring.between(face.colors(), others.draw(random).colors())
                : ColorChange.NONE;
        var evenOut = random.nextDouble() < options.contrast();
        colors.apply(change.then(ColorJitter.draw(options, random)), evenOut, random, slice.target(), slice.input());

        cutter.weights(slice.weights());
    }

    /** How the last face was bent: see {@link RandomWarp#points}. */
    List<Point> warpPoints() {
        return warp.points();
    }
}
