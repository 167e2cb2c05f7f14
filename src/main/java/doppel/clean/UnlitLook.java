package doppel.clean;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A {@link FaceLook} with the light taken out: each color per the pixel's brightness, and the brightness per the face's
 * own, as logarithms.
 *
 * @param values {@value #NUMBERS} for each pixel, three colors and the brightness; over the seen pixels, each has a median
 *     of 0
 * @param seen which pixels say what is on the face
 */
record UnlitLook(float[] values, boolean[] seen) {

    static final int PIXELS = FaceLook.SIDE * FaceLook.SIDE;

    static final int NUMBERS = 4;

    private static final double COLOR = 2;

    private static final double BRIGHTNESS = 0.6;

    /** Of full scale: keeps the noise of dark pixels from counting as color. */
    private static final double DARKEST = 0.03;

    static UnlitLook of(FaceLook look, boolean[] seen) {
        var bgr = look.pixels();
        var values = new float[NUMBERS * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            if (seen[i]) {
                var sum = (bgr[3 * i] & 255) + (bgr[3 * i + 1] & 255) + (bgr[3 * i + 2] & 255);
                var brightness = sum / 765.0 + DARKEST;
                for (int channel = 0; channel < 3; channel++) {
                    var color = (bgr[3 * i + channel] & 255) / 255.0 + DARKEST;
                    values[NUMBERS * i + channel] = (float) (COLOR * Math.log(color / brightness));
                }
                values[NUMBERS * i + 3] = (float) (BRIGHTNESS * Math.log(brightness));
            }
        }
        for (int number = 0; number < NUMBERS; number++) {
            center(values, number, seen);
        }
        return new UnlitLook(values, seen);
    }

    /** Left and right exchanged. */
    UnlitLook mirrored() {
        var values = new float[NUMBERS * PIXELS];
        var seen = new boolean[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            System.arraycopy(this.values, NUMBERS * pixel, values, NUMBERS * mirrored(pixel), NUMBERS);
            seen[mirrored(pixel)] = this.seen[pixel];
        }
        return new UnlitLook(values, seen);
    }

    static int mirrored(int pixel) {
        return pixel - pixel % FaceLook.SIDE + FaceLook.SIDE - 1 - pixel % FaceLook.SIDE;
    }

    /** 0 of nothing; sorts the values. */
    static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static void center(float[] values, int number, boolean[] seen) {
        var middle = (float) median(IntStream.range(0, PIXELS)
                .filter(i -> seen[i])
                .mapToDouble(i -> values[NUMBERS * i + number])
                .toArray());
        for (int i = 0; i < PIXELS; i++) {
            values[NUMBERS * i + number] -= seen[i] ? middle : 0;
        }
    }
}
