package doppel.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoapFilmTest {

    private static final int SIZE = 120;

    /** x² - y² and x y are soap films: each value is the mean of its four neighbors. */
    @Test
    void theFilmOfASaddleIsTheSaddle() {
        var disk = disk();
        var heights = new float[SIZE * SIZE];
        for (var pixel : disk) {
            heights[pixel] = saddle(pixel);
        }
        var film = new SoapFilm(SIZE, SIZE, disk);
        for (var pixel : disk) {
            if (Math.hypot(pixel % SIZE - 60, pixel / SIZE - 60) < 45) {
                heights[pixel] = 1000;
            }
        }
        film.stretch(heights);
        for (var pixel : disk) {
            assertEquals(saddle(pixel), heights[pixel], 0.5);
        }
    }

    /** A film is nowhere higher than the highest point of its rim, and nowhere lower than the lowest. */
    @Test
    void theFilmStaysBetweenTheEndsOfItsRim() {
        var disk = disk();
        var random = new SplittableRandom(3);
        var heights = new float[SIZE * SIZE];
        for (var pixel : disk) {
            heights[pixel] = random.nextInt(-50, 51);
        }
        new SoapFilm(SIZE, SIZE, disk).stretch(heights);
        for (var pixel : disk) {
            assertEquals(0, heights[pixel], 50.01);
        }
    }

    @Test
    void aShapeWithoutARimBecomesLevel() {
        var all = IntStream.range(0, 64).toArray();
        var heights = new float[64];
        for (int i = 0; i < 64; i++) {
            heights[i] = i;
        }
        new SoapFilm(8, 8, all).stretch(heights);
        for (var height : heights) {
            assertEquals(31.5f, height, 1e-4);
        }
    }

    private static int[] disk() {
        return IntStream.range(0, SIZE * SIZE)
                .filter(pixel -> Math.hypot(pixel % SIZE - 60, pixel / SIZE - 60) < 50)
                .toArray();
    }

    /** -50 to 50. */
    private static float saddle(int pixel) {
        var x = (pixel % SIZE - 60) / 50.0;
        var y = (pixel / SIZE - 60) / 50.0;
        return (float) (50 * (x * x - y * y + x * y));
    }
}
