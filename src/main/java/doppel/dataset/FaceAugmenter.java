package doppel.dataset;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Makes target, input and weights of one face:
 *
 * <ol>
 *   <li>turn, zoom, shift and perhaps mirror it, change its colors: the target;
 *   <li>the same, and bend it a little: the input;
 *   <li>move the weights as the target was moved.
 * </ol>
 *
 * <p>faceswap changes the colors first, and then resamples twice: when it turns and when it bends. Here each picture is
 * resampled once, and colors, which do not care for places, are changed last, where there are fewest pixels. Evening
 * out the contrast does care: then the finished target is bent, as in faceswap.
 *
 * <p>For one thread: the pictures are too small for OpenCV to split them among several. The scope that is open when an
 * augmenter is made owns its native memory.
 */
final class FaceAugmenter {

    private final int size;
    private final FaceCutter cutter;
    private final RandomWarp warp;
    private final LandmarkWarp landmarkWarp;
    private final Mat places;
    private final FloatBuffer placeNumbers;
    private final ColorChanger colors;
    private final Mat straight;
    private Optional<TrainingFace> near = Optional.empty();

    /** @param window how the faces are kept */
    FaceAugmenter(CropWindow window) {
        this.size = window.crop().size();
        this.cutter = new FaceCutter(window);
        this.warp = new RandomWarp(size);
        this.landmarkWarp = new LandmarkWarp(size);
        this.places = new Mat(size, size, opencv_core.CV_32FC2);
        this.placeNumbers = places.createBuffer();
        this.colors = new ColorChanger(size);
        this.straight = new Mat(size, size, opencv_core.CV_8UC3);
    }

    /**
     * @param seen whom the input shows
     * @param drawn whom the target shows: the same face, or another of the same pose, expression and light
     * @param others of {@code seen}
     * @param augment how much to change
     */
    void augment(
            TrainingFace seen,
            TrainingFace drawn,
            OtherFaces others,
            AugmentOptions augment,
            Emphasis emphasis,
            Dice dice,
            FaceSlice slice) {
        var move = AffineJitter.draw(augment, size, dice.move());
        var mirrored = dice.flip().nextDouble() < augment.flip();
        var evenOut = dice.contrast().nextDouble() < augment.contrast();
        cutter.place(move.inverse(), mirrored);
        cutter.weights(drawn, emphasis, slice.weights());
        colors.draw(change(drawn, others, augment, dice), evenOut, dice.contrast());

        cutter.take(drawn);
        cutter.straight(slice.target());
        colors.apply(slice.target());

        var bends = bend(seen, others, move, mirrored, augment, dice);
        if (seen != drawn) {
            cutter.take(seen);
        }
        if (bends && !evenOut) {
            cutter.bent(places, slice.input());
            colors.apply(slice.input());
            return;
        }
        if (seen != drawn) {
            cutter.straight(straight);
            colors.apply(straight);
        } else {
            slice.target().copyTo(straight);
        }
        if (bends) {
            cutter.bend(straight, places, slice.input());
        } else {
            straight.copyTo(slice.input());
        }
    }

    /** How the last face was bent: see {@link RandomWarp#points}. */
    List<Point> warpPoints() {
        return warp.points();
    }

    /** To whose landmarks the last face was bent, if it was. */
    Optional<TrainingFace> near() {
        return near;
    }

    LandmarkWarp landmarkWarp() {
        return landmarkWarp;
    }

    private static ColorChange change(TrainingFace face, OtherFaces others, AugmentOptions augment, Dice dice) {
        var recolored = dice.recoloring().nextDouble() < augment.recoloring();
        var change = recolored
                ? Recoloring.between(
                        face.colors(), others.any(dice.recoloring()).colors())
                : ColorChange.NONE;
        return change.then(ColorJitter.draw(augment, dice.color()));
    }

    /** Whether the face is bent at all; then its places are written. */
    private boolean bend(
            TrainingFace face,
            OtherFaces others,
            Similarity move,
            boolean mirrored,
            AugmentOptions augment,
            Dice dice) {
        near = dice.landmarks().nextDouble() < augment.toLandmarks()
                ? Optional.of(others.near(dice.landmarks()))
                : Optional.empty();
        if (near.isPresent()) {
            landmarkWarp.draw(
                    moved(face, move, mirrored), moved(near.get(), move, mirrored), dice.landmarks(), placeNumbers);
        } else if (augment.warp() > 0) {
            warp.draw(augment.warp(), dice.warp(), placeNumbers);
        }
        return near.isPresent() || augment.warp() > 0;
    }

    /** Where the landmarks of a face lie after all that is done to the target. */
    private List<Point> moved(TrainingFace face, Similarity move, boolean mirrored) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < face.landmarks().length; i += 2) {
            var point = move.apply(new Point(face.landmarks()[i], face.landmarks()[i + 1]));
            points.add(mirrored ? new Point(size - point.x(), point.y()) : point);
        }
        return points;
    }
}
