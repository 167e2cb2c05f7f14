package doppel.figure;

import doppel.evaluate.ScoredFrame;
import doppel.evaluate.ScoredSet;
import doppel.image.Mask;
import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.util.Comparator;

/**
 * The frames that a swap failed most in, a row each: target, swap, truth, and where the two differ.
 *
 * <p>A mean hides them; whoever watches the clip sees nothing else.
 *
 * <p>Book: chapter 7, judging the result.
 */
public final class WorstFrames {

    private static final int SIDE = 205;

    /** A difference of so much lightness has the darkest color. */
    private static final double MOST = 0.4;

    private WorstFrames() {}

    /**
     * @param count rows, 1 or more
     */
    public static Gallery of(ScoredSet set, int count) {
        var gallery = Gallery.of().withColumns(4).withHeight(SIDE);
        var worst = set.frames().stream()
                .sorted(Comparator.comparingDouble(frame -> frame.score().psnr()))
                .limit(count)
                .toList();
        for (var scored : worst) {
            gallery = row(gallery, scored);
        }
        return gallery;
    }

    private static Gallery row(Gallery gallery, ScoredFrame scored) {
        var frame = scored.frame();
        var closeup = Closeup.of(frame.mask(), SIDE);
        var swap = closeup.cut(scored.swap());
        return gallery.with(frame.name(), closeup.cut(frame.target()))
                .with("swap: %.1f dB".formatted(scored.score().psnr()), Made.swap(swap, SIDE))
                .with("the truth", closeup.cut(frame.truth()))
                .with("difference in lightness", closeup.cut(difference(scored.swap(), frame.truth(), frame.mask())));
    }

    /** White where they agree, vermilion to black where they do not; nothing outside of what is measured. */
    private static BufferedImage difference(BufferedImage swap, BufferedImage truth, Mask mask) {
        var ours = NumberGrid.lightness(swap).numbers();
        var theirs = NumberGrid.lightness(truth).numbers();
        var far = new float[ours.length];
        for (int i = 0; i < far.length; i++) {
            var inside = mask.at(i % mask.width(), i / mask.width()) > 0.5;
            far[i] = inside ? Math.abs(ours[i] - theirs[i]) : 0;
        }
        return Shades.heat(new NumberGrid(mask.width(), mask.height(), far), MOST);
    }
}
