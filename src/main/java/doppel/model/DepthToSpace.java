package doppel.model;

import doppel.image.NumberGrid;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pixel shuffle of a few numbers, to follow it by eye: four small grids become one of twice the side.
 *
 * <p>The network does the same with hundreds of channels at once; nothing is computed, numbers only change places.
 *
 * <p>Book: chapter 6, the upscaler. Source: W. Shi et al., CVPR 2016.
 */
public final class DepthToSpace {

    private static final int SIDE = 2;

    private DepthToSpace() {}

    /**
     * @param channels four of one size: upper left, upper right, lower left, lower right of each square of the result
     * @throws IllegalArgumentException if there are not four, or their sizes differ
     */
    public static NumberGrid shuffle(List<NumberGrid> channels) {
        if (channels.size() != SIDE * SIDE) {
            throw new IllegalArgumentException(
                    "four channels become one grid, got %d: give four, or several times four one after the other"
                            .formatted(channels.size()));
        }
        var first = channels.get(0);
        if (channels.stream()
                .anyMatch(channel -> channel.width() != first.width() || channel.height() != first.height())) {
            throw new IllegalArgumentException("channels must have one size, got " + channels + ": resize them");
        }
        var width = SIDE * first.width();
        var numbers = new float[SIDE * SIDE * first.width() * first.height()];
        for (int i = 0; i < numbers.length; i++) {
            var x = i % width;
            var y = i / width;
            numbers[i] = channels.get(SIDE * (y % SIDE) + x % SIDE).at(x / SIDE, y / SIDE);
        }
        return new NumberGrid(width, SIDE * first.height(), numbers);
    }

    /**
     * The way back: space becomes depth.
     *
     * @throws IllegalArgumentException if a side is odd
     */
    public static List<NumberGrid> undo(NumberGrid large) {
        if (large.width() % SIDE != 0 || large.height() % SIDE != 0) {
            throw new IllegalArgumentException("both sides must be even, got %d x %d: cut a row or a column off"
                    .formatted(large.width(), large.height()));
        }
        return IntStream.range(0, SIDE * SIDE)
                .mapToObj(channel -> every(large, channel % SIDE, channel / SIDE))
                .toList();
    }

    private static NumberGrid every(NumberGrid large, int right, int down) {
        var width = large.width() / SIDE;
        var numbers = new float[width * large.height() / SIDE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = large.at(SIDE * (i % width) + right, SIDE * (i / width) + down);
        }
        return new NumberGrid(width, large.height() / SIDE, numbers);
    }
}
