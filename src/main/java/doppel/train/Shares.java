package doppel.train;

import doppel.image.NumberGrid;

/** How much each pixel adds to a loss, while it is being added up. */
final class Shares {

    private final int width;
    private final int height;
    private final double[] numbers;

    Shares(int width, int height) {
        this.width = width;
        this.height = height;
        this.numbers = new double[width * height];
    }

    void add(int x, int y, double share) {
        numbers[y * width + x] += share;
    }

    /** Spreads a share evenly over the pixels that one pixel of a smaller picture stands for. */
    void spread(int x, int y, int times, double share) {
        var right = Math.min(width, (x + 1) * times);
        var lower = Math.min(height, (y + 1) * times);
        var each = share / ((right - x * times) * (lower - y * times));
        for (int row = y * times; row < lower; row++) {
            for (int column = x * times; column < right; column++) {
                add(column, row, each);
            }
        }
    }

    /** The finished map: of equal pictures, whose errors are all 0, an empty one. */
    NumberGrid dividedBy(double all) {
        var shares = new float[numbers.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (numbers[i] / all);
        }
        return new NumberGrid(width, height, shares);
    }
}
