package doppel.figure;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.evaluate.TruthFrame;
import doppel.image.Mask;
import doppel.swap.ColorCloud;
import doppel.swap.ColorMatch;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One decoded face in the colors of all six ways to match them, beside the target and the rendered truth.
 *
 * <p>Book: chapter 7, whose converter matches no colors; all six are beyond the book.
 *
 * @param steps of the swap of {@code truth}'s target
 * @param options of the swap; their color match is tried in all six ways
 * @param truth what a perfect swap looks like
 */
public record ColorPanels(SwapSteps steps, SwapOptions options, TruthFrame truth) {

    private static final int SIDE = 205;
    private static final CropOptions LOOK = CropOptions.stored();

    /** Eight pictures: the target, the truth, and six swaps with their distance from the truth. */
    public Gallery gallery() {
        var gallery = Gallery.of()
                .withColumns(4)
                .withHeight(SIDE)
                .with("the target's own", steps.before(LOOK))
                .with("the truth, rendered", look(truth.truth()));
        for (var way : ColorMatch.values()) {
            var swap = steps.with(options.withColor(way));
            gallery = gallery.with(
                    "%s: %.1f dB".formatted(name(way), truth.psnr(swap.composite())),
                    Made.swap(swap.after(LOOK), SIDE));
        }
        return gallery;
    }

    /** Mean and spread of L*, a* and b* inside the mask, and how near the swap comes to the truth. */
    public Table table() {
        var table = Table.create(
                "colors inside the mask",
                StringColumn.create("colors"),
                DoubleColumn.create("L* mean"),
                DoubleColumn.create("L* spread"),
                DoubleColumn.create("a* mean"),
                DoubleColumn.create("a* spread"),
                DoubleColumn.create("b* mean"),
                DoubleColumn.create("b* spread"),
                DoubleColumn.create("PSNR, dB"));
        var measured = steps.blend().measured();
        add(table, "the target's own", steps.blend().own(), measured);
        for (var way : ColorMatch.values()) {
            var swap = steps.with(options.withColor(way));
            add(table, name(way), swap.matched(), measured);
            table.doubleColumn("PSNR, dB").set(table.rowCount() - 1, rounded(truth.psnr(swap.composite()), 2));
        }
        return table;
    }

    private static void add(Table table, String name, BufferedImage face, Mask measured) {
        var cloud = ColorCloud.of(face, measured);
        table.stringColumn("colors").append(name);
        for (int i = 0; i < 3; i++) {
            table.doubleColumn(1 + 2 * i).append(rounded(cloud.mean()[i], 1));
            table.doubleColumn(2 + 2 * i).append(rounded(cloud.spread(i), 1));
        }
        table.doubleColumn("PSNR, dB").appendMissing();
    }

    private BufferedImage look(BufferedImage frame) {
        return FaceAligner.align(frame, steps.face().toFaceUnits(), LOOK).picture();
    }

    /** For example {@code mean and spread}. */
    private static String name(ColorMatch way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double rounded(double value, int digits) {
        var factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
