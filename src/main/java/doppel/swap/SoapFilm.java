package doppel.swap;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stretches a soap film over a shape: heights are given on the rim, and each point inside becomes the mean of its four
 * neighbors.
 *
 * <p>Relaxing point by point takes thousands of rounds, since news travels one pixel a round. So the film is first
 * stretched over the same shape at half the size, and so on down, and each size only mends what the one below left.
 */
final class SoapFilm {

    private static final int SMALLEST = 8;
    private static final int ROUNDS = 16;
    private static final int SMALLEST_ROUNDS = 200;

    /** Each round overshoots by this factor, which is faster than going just to the mean. */
    private static final float OVERSHOOT = 1.6f;

    /** What a pixel is: not part of the film, held at its height, or free to move. */
    private enum Role {
        OUTSIDE,
        RIM,
        FREE
    }

    private final int width;
    private final int height;
    private final Role[] roles;
    private final int[] free;
    private final Optional<SoapFilm> half;

    /**
     * @param inside the pixels of the shape; those with a neighbor that is not in it are the rim
     */
    SoapFilm(int width, int height, int[] inside) {
        this(width, height, roles(width, height, inside));
    }

    private SoapFilm(int width, int height, Role[] roles) {
        this.width = width;
        this.height = height;
        this.roles = roles;
        this.free = pixels(Role.FREE);
        this.half = Math.min(width, height) > SMALLEST ? Optional.of(half()) : Optional.empty();
    }

    /** Replaces all heights inside by the film that hangs on the rim; a shape without a rim becomes level. */
    void stretch(float[] heights) {
        level(heights);
        solve(heights);
    }

    private static Role[] roles(int width, int height, int[] inside) {
        var roles = new Role[width * height];
        Arrays.fill(roles, Role.OUTSIDE);
        for (var pixel : inside) {
            roles[pixel] = Role.FREE;
        }
        for (var pixel : inside) {
            var x = pixel % width;
            var y = pixel / width;
            var rim = x > 0 && roles[pixel - 1] == Role.OUTSIDE
                    || x < width - 1 && roles[pixel + 1] == Role.OUTSIDE
                    || y > 0 && roles[pixel - width] == Role.OUTSIDE
                    || y < height - 1 && roles[pixel + width] == Role.OUTSIDE;
            if (rim) {
                roles[pixel] = Role.RIM;
            }
        }
        return roles;
    }

    /** Starts from the mean height of the rim; without a rim, from the mean of all. */
    private void level(float[] heights) {
        var rim = pixels(Role.RIM);
        var mean = Arrays.stream(rim.length > 0 ? rim : free)
                .mapToDouble(pixel -> heights[pixel])
                .average()
                .orElse(0);
        for (var pixel : free) {
            heights[pixel] = (float) mean;
        }
    }

    private void solve(float[] heights) {
        half.ifPresent(film -> {
            var small = film.shrink(heights, this);
            film.solve(small);
            for (var pixel : free) {
                heights[pixel] = small[film.width * (pixel / width / 2) + pixel % width / 2];
            }
        });
        relax(heights, half.isPresent() ? ROUNDS : SMALLEST_ROUNDS);
    }

    private int[] pixels(Role role) {
        return IntStream.range(0, roles.length)
                .filter(pixel -> roles[pixel] == role)
                .toArray();
    }

    /** The same shape at half the size: a pixel is rim if one of its four is. */
    private SoapFilm half() {
        var halfWidth = (width + 1) / 2;
        var halfHeight = (height + 1) / 2;
        var halved = new Role[halfWidth * halfHeight];
        Arrays.fill(halved, Role.OUTSIDE);
        for (int pixel = 0; pixel < roles.length; pixel++) {
            var at = halfWidth * (pixel / width / 2) + pixel % width / 2;
            if (roles[pixel] == Role.RIM || roles[pixel] == Role.FREE && halved[at] == Role.OUTSIDE) {
                halved[at] = roles[pixel];
            }
        }
        return new SoapFilm(halfWidth, halfHeight, halved);
    }

    /** The mean height of those of the four pixels that have the role of the one that they become. */
    private float[] shrink(float[] heights, SoapFilm large) {
        var sums = new float[width * height];
        var counts = new int[width * height];
        for (int pixel = 0; pixel < heights.length; pixel++) {
            var at = width * (pixel / large.width / 2) + pixel % large.width / 2;
            if (large.roles[pixel] == roles[at]) {
                sums[at] += heights[pixel];
                counts[at]++;
            }
        }
        for (int at = 0; at < sums.length; at++) {
            sums[at] /= Math.max(1, counts[at]);
        }
        return sums;
    }

    private void relax(float[] heights, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (var pixel : free) {
                var x = pixel % width;
                float sum = 0;
                var neighbors = 0;
                if (x > 0) {
                    sum += heights[pixel - 1];
                    neighbors++;
                }
                if (x < width - 1) {
                    sum += heights[pixel + 1];
                    neighbors++;
                }
                if (pixel >= width) {
                    sum += heights[pixel - width];
                    neighbors++;
                }
                if (pixel < heights.length - width) {
                    sum += heights[pixel + width];
                    neighbors++;
                }
                heights[pixel] += OVERSHOOT * (sum / neighbors - heights[pixel]);
            }
        }
    }
}
