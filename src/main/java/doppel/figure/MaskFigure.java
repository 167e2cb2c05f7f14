package doppel.figure;

import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Masks of one face side by side, tinted, each with its overlap with the exact mask where that is known.
 *
 * <pre>{@code MaskFigure.of(face).against(truth).with("hull", hull).with("network", person)}</pre>
 *
 * <p>Book: chapter 5, the mask.
 *
 * @param face the aligned picture
 * @param masks of its size
 * @param truth the exact mask of its size, if it is known
 */
public record MaskFigure(BufferedImage face, List<Named> masks, Optional<Mask> truth) {

    private static final int SIDE = 225;
    private static final int LEAST = 128;

    /** A mask and what it is called. */
    public record Named(String name, Mask mask) {}

    public MaskFigure {
        masks = List.copyOf(masks);
    }

    /** No mask yet. */
    public static MaskFigure of(BufferedImage face) {
        return new MaskFigure(face, List.of(), Optional.empty());
    }

    /** Compares all masks with this one, and shows it first. */
    public MaskFigure against(Mask truth) {
        return new MaskFigure(face, masks, Optional.of(truth));
    }

    /** One more mask. */
    public MaskFigure with(String name, Mask mask) {
        var more = new ArrayList<>(masks);
        more.add(new Named(name, mask));
        return new MaskFigure(face, more, truth);
    }

    /** All masks but the exact one, shrunk and then softened, in pixels of the face. */
    public MaskFigure changed(double erode, double feather) {
        var changed = masks.stream()
                .map(named -> new Named(named.name(), named.mask().eroded(erode).feathered(feather)))
                .toList();
        return new MaskFigure(face, changed, truth);
    }

    public BufferedImage draw() {
        var columns = masks.size() + (truth.isPresent() ? 1 : 0);
        var room = (Gallery.PAGE - 6 * Math.max(0, columns - 1)) / Math.max(1, columns);
        var row = Gallery.of().withColumns(columns).withHeight(Math.max(LEAST, Math.min(SIDE, room)));
        if (truth.isPresent()) {
            row = row.with("exact", tinted(truth.get(), Ink.YELLOW));
        }
        for (var named : masks) {
            row = row.with(words(named), tinted(named.mask(), Ink.GREEN));
        }
        return row.draw();
    }

    private String words(Named named) {
        return truth.map(exact ->
                        "%s: IoU %.2f".formatted(named.name(), named.mask().overlap(exact)))
                .orElse(named.name());
    }

    private BufferedImage tinted(Mask mask, Color color) {
        return Overlay.on(face).mask(mask, color).draw();
    }
}
