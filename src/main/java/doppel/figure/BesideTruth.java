package doppel.figure;

import doppel.evaluate.TruthFrame;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames whose perfect swap is known, as several networks swap them: a row a frame, first as it is, then a column a
 * network, last the truth.
 *
 * <pre>{@code BesideTruth.of(frames).with("scratch", one).with("start", another).gallery()}</pre>
 *
 * <p>Cut to the face. Below each swap: how near it comes to the truth inside the mask, in decibels; more is better.
 *
 * <p>Book: chapter 4, "Applying a trained model to perform a swap", where a swap is judged by eye, for want of the truth.
 *
 * @param frames 1 or more
 * @param columns the networks, in order
 */
public record BesideTruth(List<TruthFrame> frames, List<Column> columns) {

    private static final int GAP = 6;
    private static final int MOST_SIDE = 240;

    /**
     * What one network makes of the frames.
     *
     * @param name below its swaps
     * @param swaps one a frame
     */
    public record Column(String name, List<BufferedImage> swaps) {

        public Column {
            swaps = List.copyOf(swaps);
        }
    }

    public BesideTruth {
        frames = List.copyOf(frames);
        columns = List.copyOf(columns);
    }

    /** Of these frames, and no network yet. */
    public static BesideTruth of(List<TruthFrame> frames) {
        return new BesideTruth(frames, List.of());
    }

    /** Adds a column: the largest face of each frame is swapped now; a frame without one stays as it is. */
    public BesideTruth with(String name, FaceSwapper swapper) {
        var swaps = new ArrayList<BufferedImage>();
        for (var frame : frames) {
            var steps = swapper.steps(frame.target()); // not swap, whose label would be enlarged too
            swaps.add(steps.map(SwapSteps::composite).orElse(frame.target()));
        }
        return with(name, swaps);
    }

    BesideTruth with(String name, List<BufferedImage> swaps) {
        var more = new ArrayList<>(columns);
        more.add(new Column(name, swaps));
        return new BesideTruth(frames, more);
    }

    public Gallery gallery() {
        var across = columns.size() + 2;
        var side = Math.min(MOST_SIDE, (Gallery.PAGE + GAP) / across - GAP);
        var gallery = Gallery.of().withColumns(across).withHeight(side);
        for (int row = 0; row < frames.size(); row++) {
            var frame = frames.get(row);
            var closeup = Closeup.of(frame.mask(), side);
            gallery = gallery.with("before", closeup.cut(frame.target()));
            for (var column : columns) {
                var swap = column.swaps().get(row);
                var caption = "%s: %.1f dB".formatted(column.name(), frame.psnr(swap));
                gallery = gallery.with(caption, Made.swap(closeup.cut(swap), side));
            }
            gallery = gallery.with("truth", closeup.cut(frame.truth()));
        }
        return gallery;
    }
}
