package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.mask.FacePart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a face in their colors, with a legend.
 *
 * <p>Book: chapter 5, the classes of the mask network, of which ten count as face.
 */
public final class PartsFigure {

    private static final int SIDE = 480;
    private static final int LETTERS = 14;
    private static final int LINE = 24;

    private PartsFigure() {}

    /** All parts. */
    public static BufferedImage draw(BufferedImage face, Landmarks inCrop) {
        return draw(face, inCrop, List.of(FacePart.values()));
    }

    /**
     * @param face a square aligned picture
     * @param inCrop landmarks in its pixels
     * @param parts those to show
     */
    public static BufferedImage draw(BufferedImage face, Landmarks inCrop, Collection<FacePart> parts) {
        var overlay = Overlay.on(face).enlargedTo(SIDE);
        for (var part : List.of(FacePart.JAW, FacePart.BROWS, FacePart.NOSE, FacePart.EYES, FacePart.MOUTH)) {
            if (parts.contains(part)) {
                overlay = overlay.mask(part.mask(inCrop, face.getWidth()), PartInk.of(part));
            }
        }
        var drawn = overlay.draw();
        var sheet = Brush.paper(drawn.getWidth() + 120, drawn.getHeight());
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.picture(drawn, new Point(0, 0));
            var y = LINE;
            for (var part : FacePart.values()) {
                var middle = new Point(drawn.getWidth() + 22, y);
                brush.dot(middle, parts.contains(part) ? PartInk.of(part) : Color.LIGHT_GRAY, 7);
                brush.words(part.name().toLowerCase(Locale.ROOT), middle.plus(new Point(16, 0)), Ink.TEXT, LETTERS);
                y += LINE;
            }
        }
        return sheet;
    }
}
