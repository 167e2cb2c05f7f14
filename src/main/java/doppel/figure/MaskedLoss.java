package doppel.figure;

import doppel.image.NumberGrid;
import doppel.train.LossKind;
import doppel.train.LossMap;
import java.awt.image.BufferedImage;

/**
 * From two pictures to one number: what was drawn, what it should be, the error of each pixel, how much each counts, and
 * their product.
 *
 * <p>Book: chapter 6, "Exploring the training code", the masked loss.
 */
public final class MaskedLoss {

    private static final int SIDE = 176;
    private static final double MOST_WEIGHT = 4;
    private static final double DARKEST = 0.6;

    private MaskedLoss() {}

    /** @param drawn by a network: it is labeled as such */
    public static Gallery of(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var everywhere = NumberGrid.filled(weights.width(), weights.height(), 1);
        var plain = LossMap.of(LossKind.ABSOLUTE, drawn, target, everywhere);
        var masked = LossMap.of(LossKind.ABSOLUTE, drawn, target, weights);
        var times = Math.max(1, SIDE / weights.width());
        return Gallery.of()
                .withColumns(5)
                .withHeight(SIDE)
                .with("drawn", Made.face(drawn, SIDE))
                .with("target", target)
                .with("error, mean %.4f".formatted(plain.value()), heat(plain.shares(), times))
                .with("how much it counts", Shades.enlarged(Shades.heat(weights, MOST_WEIGHT), times))
                .with("weighted, mean %.4f".formatted(masked.value()), heat(masked.shares(), times));
    }

    private static BufferedImage heat(NumberGrid shares, int times) {
        return Shades.enlarged(Shades.heat(shares, Math.max(1e-9, DARKEST * shares.most())), times);
    }
}
