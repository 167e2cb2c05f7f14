package doppel.clean;

import java.util.List;

/**
 * The mean difference of two faces in little, in gray values of 255.
 *
 * <p>Most pairs are told apart without looking at their pixels: if the sums over blocks differ by so much, the pixels
 * differ by no less.
 */
final class LookDistance implements Distance {

    /** Side of a block, pixels. */
    private static final int BLOCK = 6;

    private static final int BLOCKS = FaceLook.SIDE / BLOCK;

    /** Whole numbers of 32 bits, because Java adds those up eight or sixteen at a time. */
    private final int[][] pixels;

    private final int[][] blocks;

    LookDistance(List<FaceLook> looks) {
        pixels = looks.stream().map(LookDistance::pixels).toArray(int[][]::new);
        blocks = looks.stream().map(LookDistance::blocks).toArray(int[][]::new);
    }

    @Override
    public int count() {
        return pixels.length;
    }

    @Override
    public double between(int a, int b, double enough) {
        var least = (double) difference(blocks[a], blocks[b]) / pixels[a].length;
        return least >= enough ? least : (double) difference(pixels[a], pixels[b]) / pixels[a].length;
    }

    private static int difference(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    private static int[] pixels(FaceLook look) {
        var bytes = look.pixels();
        var pixels = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            pixels[i] = bytes[i] & 255;
        }
        return pixels;
    }

    private static int[] blocks(FaceLook look) {
        var bytes = look.pixels();
        var blocks = new int[BLOCKS * BLOCKS * 3];
        for (int i = 0; i < bytes.length; i++) {
            var x = i / 3 % FaceLook.SIDE;
            var y = i / 3 / FaceLook.SIDE;
            blocks[(y / BLOCK * BLOCKS + x / BLOCK) * 3 + i % 3] += bytes[i] & 255;
        }
        return blocks;
    }
}
