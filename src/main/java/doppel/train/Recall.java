package doppel.train;

import doppel.dataset.AugmentOptions;
import doppel.dataset.AugmentedFace;
import doppel.dataset.TrainingFaces;
import doppel.image.NumberGrid;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How wrong a network draws faces as the person that they show, without any augmentation.
 *
 * <p>Faces that it learned from tell whether it still learns; faces that it never saw tell whether it learned a person or
 * some pictures by heart.
 *
 * <p>Book: chapter 4, "Training a model", when to stop.
 */
public final class Recall {

    /** Where all faces are one, a network cannot differ from them. */
    private static final double LEAST_VARIANCE = 1e-9;

    private Recall() {}

    /**
     * @param count faces to draw, taken evenly from all; fewer if there are fewer
     * @return their mean loss, as {@link LossOptions#quick} counts it
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public static double of(SwapModel model, Side side, TrainingFaces faces, int count) {
        return evenly(faces, count)
                .mapToDouble(face -> error(model, side, face))
                .average()
                .orElseThrow();
    }

    /**
     * How much drawn faces differ from one another, compared with the faces that they are drawn from.
     *
     * @param count faces to draw, taken evenly from all; fewer if there are fewer
     * @return ratio of the standard deviations of a pixel's lightness: near 1 if the network follows what it is shown, 0 if
     *     it draws one picture for all
     */
    public static double variety(SwapModel model, Side side, TrainingFaces faces, int count) {
        var shown = evenly(faces, count).map(AugmentedFace::target).toList();
        return Math.sqrt(variance(model.decode(side, shown)) / Math.max(LEAST_VARIANCE, variance(shown)));
    }

    private static Stream<AugmentedFace> evenly(TrainingFaces faces, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more, got " + count + "; try 20");
        }
        var taken = Math.min(count, faces.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> AugmentedFace.of(faces, i * faces.size() / taken, faces, AugmentOptions.none(), 0));
    }

    private static double error(SwapModel model, Side side, AugmentedFace face) {
        var drawn = model.decode(side, List.of(face.target())).get(0);
        return LossMap.total(LossOptions.quick(), drawn, face.target(), face.weights());
    }

    /** Of a pixel over all pictures, the mean of all pixels. */
    private static double variance(List<BufferedImage> pictures) {
        var grids = pictures.stream()
                .map(picture -> NumberGrid.lightness(picture).numbers())
                .toList();
        return IntStream.range(0, grids.get(0).length)
                .mapToDouble(pixel -> {
                    var mean = grids.stream()
                            .mapToDouble(grid -> grid[pixel])
                            .average()
                            .orElseThrow();
                    return grids.stream()
                            .mapToDouble(grid -> (grid[pixel] - mean) * (grid[pixel] - mean))
                            .average()
                            .orElseThrow();
                })
                .average()
                .orElseThrow();
    }
}
