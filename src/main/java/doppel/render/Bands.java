package doppel.render;

import java.util.stream.IntStream;

/** Splits the rows of a picture into bands that threads take independently, so that no result depends on their order. */
final class Bands {

    private static final int COUNT = 24;

    private Bands() {}

    /** Work on the rows from {@code first} up to and without {@code end}. */
    interface Work {
        void rows(int first, int end);
    }

    static void each(int rows, Work work) {
        IntStream.range(0, COUNT).parallel().forEach(band -> {
            var first = rows * band / COUNT;
            var end = rows * (band + 1) / COUNT;
            if (first < end) {
                work.rows(first, end);
            }
        });
    }
}
