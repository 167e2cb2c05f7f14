package doppel.notebook;

import doppel.figure.FeatureMaps;
import doppel.figure.Shades;
import doppel.image.NumberGrid;
import doppel.model.LayerOutput;

/** Numbers in rows and columns as a picture, blue below 0 and vermilion above; what a layer answered as its maps. */
final class NumbersView {

    private static final int SIDE = 256;
    private static final int MOST_MAPS = 16;

    private NumbersView() {}

    static Bundle of(NumberGrid grid) {
        var times = Math.max(1, SIDE / Math.max(grid.width(), grid.height()));
        var text = "numbers of %d x %d, %s to %s"
                .formatted(grid.width(), grid.height(), Digits.text(grid.least()), Digits.text(grid.most()));
        return Bundle.text(text).withPicture(Shades.enlarged(Shades.signed(grid), times));
    }

    static Bundle of(LayerOutput output) {
        return Bundle.text(output.toString()).withPicture(FeatureMaps.of(output, MOST_MAPS));
    }
}
