package doppel.train;

import doppel.dataset.AugmentOptions;
import doppel.dataset.AugmentedFace;
import doppel.dataset.TrainingFaces;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wrong a network draws faces as the person that they show, without any augmentation.
 *
 * <p>Faces that it learned from tell whether it still learns; faces that it never saw tell whether it learned a person or
 * some pictures by heart.
 *
 * <p>Book: chapter 4, "Training a model", when to stop.
 */
public final class Recall {

    private Recall() {}

    /**
     * @param count faces to draw, taken evenly from all; fewer if there are fewer
     * @return their mean loss, as {@link LossOptions#quick} counts it
     */
    public static double of(SwapModel model, Side side, TrainingFaces faces, int count) {
        var drawn = Math.min(count, faces.size());
        return IntStream.range(0, drawn)
                .map(i -> i * faces.size() / drawn)
                .mapToDouble(number -> error(model, side, faces, number))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("count must be 1 or more, got " + count + "; try 20"));
    }

    private static double error(SwapModel model, Side side, TrainingFaces faces, int number) {
        var face = AugmentedFace.of(faces, number, faces, AugmentOptions.none(), 0);
        var drawn = model.decode(side, List.of(face.target())).get(0);
        return LossMap.total(LossOptions.quick(), drawn, face.target(), face.weights());
    }
}
