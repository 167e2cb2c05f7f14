package doppel.figure;

import doppel.evaluate.ScoredFrame;
import doppel.evaluate.ScoredSet;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.NumberGrid;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
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

    /** Side of the pieces, in sides of what is measured. */
    private static final double ROOM = 1.5;

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
        var around = around(frame.mask());
        var swap = cut(scored.swap(), around);
        return gallery.with(frame.name(), cut(frame.target(), around))
                .with("swap: %.1f dB".formatted(scored.score().psnr()), Made.swap(swap, SIDE))
                .with("the truth", cut(frame.truth(), around))
                .with("difference in lightness", cut(difference(scored.swap(), frame.truth(), frame.mask()), around));
    }

    /** To a square with some room about what is measured. */
    private static Similarity around(Mask mask) {
        var points = new ArrayList<Point>();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(x, y) > 0.5) {
                    points.add(new Point(x, y));
                }
            }
        }
        var box = Box.around(points);
        var side = ROOM * Math.max(box.width(), box.height());
        return Similarity.shifting(
                        side / 2 - box.center().x(), side / 2 - box.center().y())
                .then(Similarity.scaling(SIDE / side));
    }

    private static BufferedImage cut(BufferedImage frame, Similarity around) {
        return Warp.picture(frame, around, SIDE, SIDE, Warp.Outside.EDGE);
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
