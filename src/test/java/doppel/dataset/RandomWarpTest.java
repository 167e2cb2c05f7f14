package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

class RandomWarpTest {

    private static final int SIZE = 64;
    private static final double SIGMA = 5.0 / 256;

    @Test
    void withoutAPullEveryPixelStays() {
        var places = draw(0, 3);
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertEquals(i % SIZE + 0.5, places[2 * i], 1e-4);
            assertEquals(i / SIZE + 0.5, places[2 * i + 1], 1e-4);
        }
    }

    @Test
    void thePullsHaveTheMeanAndSpreadThatWereAskedFor() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int seed = 0; seed < 400; seed++) {
            var places = draw(SIGMA, seed);
            // next to the middle of the 5 x 5 points
            var pull = places[2 * (32 * SIZE + 32)] - 32.5;
            sum += pull;
            squares += pull * pull;
            count++;
        }
        assertEquals(0, sum / count, 0.2);
        assertEquals(SIGMA * SIZE, Math.sqrt(squares / count), 0.15);
    }

    @Test
    void itIsTheEnlargedAndCutGridOfFaceswap() {
        var random = new SplittableRandom(21);
        try (var scope = new PointerScope()) {
            var grid = new Mat(5, 5, opencv_core.CV_32FC2);
            var numbers = grid.<FloatBuffer>createBuffer();
            for (int i = 0; i < 25; i++) {
                numbers.put(i % 5 * SIZE / 4f + (float) (SIGMA * SIZE * random.nextGaussian()));
                numbers.put(i / 5 * SIZE / 4f + (float) (SIGMA * SIZE * random.nextGaussian()));
            }
            var enlarged = new Mat();
            opencv_imgproc.resize(grid, enlarged, new Size(SIZE * 5 / 4, SIZE * 5 / 4));
            var all = enlarged.<FloatBuffer>createBuffer();
            var places = draw(SIGMA, 21);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    var at = 2 * ((y + SIZE / 8) * SIZE * 5 / 4 + x + SIZE / 8);
                    assertEquals(all.get(at), places[2 * (y * SIZE + x)], 1e-3);
                    assertEquals(all.get(at + 1), places[2 * (y * SIZE + x) + 1], 1e-3);
                }
            }
        }
    }

    private static float[] draw(double sigma, long seed) {
        var places = new float[2 * SIZE * SIZE];
        new RandomWarp(SIZE).draw(sigma, new SplittableRandom(seed), FloatBuffer.wrap(places));
        return places;
    }
}
