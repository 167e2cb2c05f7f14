package doppel.figure;

import doppel.model.Side;
import doppel.model.SwapModel;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * From one face to another in even steps, not of pixels but of codes: every picture between is a whole face. One row a
 * person.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the encoder.
 */
public final class BetweenTwo {

    private static final int GAP = 6;
    private static final int MOST_SIDE = 109;

    private BetweenTwo() {}

    /**
     * @param from the first face, of the size that the network sees
     * @param to the last one
     * @param steps pictures a row, 2 to 12
     * @throws IllegalArgumentException if the steps are out of their range or a face has another size
     */
    public static Gallery of(SwapModel model, BufferedImage from, BufferedImage to, int steps) {
        if (steps < 2 || steps > 12) {
            throw new IllegalArgumentException("steps must be 2 to 12, got " + steps + "; try 8");
        }
        var ends = model.encode(List.of(from, to));
        var codes = new ArrayList<float[]>();
        for (int step = 0; step < steps; step++) {
            codes.add(between(ends.get(0), ends.get(1), step / (steps - 1.0)));
        }
        var side = Math.min(MOST_SIDE, (Gallery.PAGE + GAP) / steps - GAP);
        var gallery = Gallery.of().withColumns(steps).withHeight(side);
        for (int person = 0; person < model.people(); person++) {
            var caption = "drawn as " + (model.people() == Side.values().length ? Side.values()[person] : person + 1);
            for (var drawn : model.drawCodes(person, codes)) {
                gallery = gallery.with(caption, Made.face(drawn, side));
                caption = "";
            }
        }
        return gallery;
    }

    private static float[] between(float[] from, float[] to, double share) {
        var code = new float[from.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (float) ((1 - share) * from[i] + share * to[i]);
        }
        return code;
    }
}
