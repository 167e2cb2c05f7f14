package doppel.clean;

import doppel.align.CropOptions;
import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.mask.HullMask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of each face looks unlike what this person's other faces have there: a hand, a cup, a strip of cloth.
 *
 * <ol>
 *   <li>Take the light out of each little picture: each color per the pixel's brightness, and the brightness per the face's
 *       own, as logarithms.
 *   <li>Learn what this person's faces have in common, however they turn and talk: a {@link LookModel} of those
 *       faces that the identity network knows at once.
 *   <li>Measure how far each pixel is from what the model makes of its face, per what is usual at that place, where a
 *       mouth moves and a forehead does not.
 *   <li>Count the pixels that are far off, with their neighbors; too dark or too light ones say nothing.
 * </ol>
 */
final class Covering {

    static final int SIDE = FaceLook.SIDE;

    static final int PIXELS = SIDE * SIDE;

    /** Numbers that a pixel has in the model: three colors and the brightness. */
    static final int NUMBERS = 4;

    private static final double COLOR = 2;

    private static final double BRIGHTNESS = 0.6;

    /** Of full scale: keeps the noise of dark pixels from counting as color. */
    private static final double DARKEST = 0.03;

    /** A pixel below, the mean of its colors of 255, is too dark to show what it is. */
    private static final int TOO_DARK = 40;

    /** And one with a channel from here on is blown out. */
    private static final int TOO_LIGHT = 250;

    /** With fewer visible pixels, a face is too dark or too light to be judged. */
    private static final int LEAST_PIXELS = 30;

    /** Times the usual distance: twice is rare, and three times is hardly ever reached by a hand, which is skin too. */
    private static final double FAR = 2;

    /**
     * Of the median likeness: a face that is known at once hides nothing, and what covers a face makes it less known. A head
     * turned by 40 degrees still has five sixths.
     */
    private static final double KNOWN = 0.83;

    /** Learning from more faces takes longer and changes little. */
    private static final int MOST_TEACHERS = 500;

    private Covering() {}

    /**
     * @param faces of one folder
     * @param looks of these faces, in the same order
     * @param person whether the face is of the folder's person
     * @param likeness cosine of the face's identity to that person's
     * @return covered share of each face's hull, 0 to 1; 0 for somebody else, for a face that is known at once, and for one
     *     that is too dark or too light to be judged
     */
    static double[] of(List<FaceRecord> faces, List<FaceLook> looks, boolean[] person, double[] likeness) {
        var count = faces.size();
        var hulls = new boolean[count][];
        var seen = new boolean[count][];
        var values = new float[count][];
        IntStream.range(0, count).parallel().forEach(i -> {
            hulls[i] = hull(faces.get(i));
            seen[i] = seen(looks.get(i).pixels(), filmed(faces.get(i), hulls[i]));
            values[i] = withoutLight(looks.get(i).pixels(), seen[i]);
        });
        var known = known(person, likeness);
        var teachers = teachers(seen, known);
        if (teachers.length == 0) {
            return new double[count];
        }
        var model = LookModel.learn(picked(values, teachers), picked(seen, teachers));
        var distances = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> model.distances(values[i], seen[i]))
                .toArray(double[][]::new);
        var usual = usual(picked(distances, teachers), picked(seen, teachers));
        return IntStream.range(0, count)
                .parallel()
                .mapToDouble(i ->
                        person[i] && !known[i] && visible(seen[i]) ? share(distances[i], usual, seen[i], hulls[i]) : 0)
                .toArray();
    }

    private static boolean[] hull(FaceRecord face) {
        var landmarks = face.landmarks()
                .through(face.toFaceUnits())
                .through(CropOptions.training(SIDE).fromFaceUnits());
        var mask = HullMask.of(landmarks, SIDE).bytes();
        var hull = new boolean[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            hull[i] = (mask[i] & 255) > 127;
        }
        return hull;
    }

    /** Beyond the frame's edge, the picture repeats what lies at the edge. */
    private static boolean[] filmed(FaceRecord face, boolean[] hull) {
        var toFrame = face.toFaceUnits()
                .then(CropOptions.training(SIDE).fromFaceUnits())
                .inverse();
        var filmed = new boolean[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            var place = toFrame.apply(new Point(i % SIDE + 0.5, i / SIDE + 0.5));
            filmed[i] = hull[i]
                    && place.x() >= 0
                    && place.y() >= 0
                    && place.x() < face.origin().width()
                    && place.y() < face.origin().height();
        }
        return filmed;
    }

    private static boolean[] seen(byte[] bgr, boolean[] hull) {
        var seen = new boolean[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            var blue = bgr[3 * i] & 255;
            var green = bgr[3 * i + 1] & 255;
            var red = bgr[3 * i + 2] & 255;
            seen[i] = hull[i] && blue + green + red > 3 * TOO_DARK && Math.max(blue, Math.max(green, red)) < TOO_LIGHT;
        }
        return seen;
    }

    private static boolean visible(boolean[] seen) {
        return count(seen) >= LEAST_PIXELS;
    }

    /** {@link #NUMBERS} a pixel, each with a median of 0 over the pixels that are seen. */
    private static float[] withoutLight(byte[] bgr, boolean[] seen) {
        var values = new float[NUMBERS * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            var sum = (bgr[3 * i] & 255) + (bgr[3 * i + 1] & 255) + (bgr[3 * i + 2] & 255);
            var brightness = sum / 765.0 + DARKEST;
            for (int channel = 0; channel < 3; channel++) {
                var color = (bgr[3 * i + channel] & 255) / 255.0 + DARKEST;
                values[NUMBERS * i + channel] = (float) (COLOR * Math.log(color / brightness));
            }
            values[NUMBERS * i + 3] = (float) (BRIGHTNESS * Math.log(brightness));
        }
        for (int number = 0; number < NUMBERS; number++) {
            var at = number;
            var middle = (float) median(IntStream.range(0, PIXELS)
                    .filter(i -> seen[i])
                    .mapToDouble(i -> values[NUMBERS * i + at])
                    .toArray());
            for (int i = 0; i < PIXELS; i++) {
                values[NUMBERS * i + number] -= middle;
            }
        }
        return values;
    }

    private static boolean[] known(boolean[] person, double[] likeness) {
        var median = median(IntStream.range(0, person.length)
                .filter(i -> person[i])
                .mapToDouble(i -> likeness[i])
                .toArray());
        var known = new boolean[person.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = person[i] && likeness[i] >= KNOWN * median;
        }
        return known;
    }

    /** Visible faces that are known, spread evenly over all of them. */
    private static int[] teachers(boolean[][] seen, boolean[] known) {
        var all = IntStream.range(0, seen.length)
                .filter(i -> known[i] && visible(seen[i]))
                .toArray();
        var step = Math.max(1, (all.length + MOST_TEACHERS - 1) / MOST_TEACHERS);
        return IntStream.range(0, all.length)
                .filter(i -> i % step == 0)
                .map(i -> all[i])
                .toArray();
    }

    private static <T> T[] picked(T[] all, int[] which) {
        var picked = Arrays.copyOf(all, which.length);
        for (int i = 0; i < which.length; i++) {
            picked[i] = all[which[i]];
        }
        return picked;
    }

    /** The median distance at each place, of both sides of the face, and nowhere less than that of all places. */
    private static double[] usual(double[][] distances, boolean[][] seen) {
        var all = median(IntStream.range(0, distances.length)
                .boxed()
                .flatMapToDouble(face ->
                        IntStream.range(0, PIXELS).filter(i -> seen[face][i]).mapToDouble(i -> distances[face][i]))
                .toArray());
        var usual = new double[PIXELS];
        for (int place = 0; place < PIXELS; place++) {
            var here = place;
            var here2 = mirrored(place);
            usual[place] = Math.max(
                    all,
                    median(IntStream.range(0, distances.length)
                            .boxed()
                            .flatMapToDouble(face -> IntStream.of(here, here2)
                                    .filter(i -> seen[face][i])
                                    .mapToDouble(i -> distances[face][i]))
                            .toArray()));
        }
        return usual;
    }

    private static double share(double[] distances, double[] usual, boolean[] seen, boolean[] hull) {
        var far = 0;
        for (int i = 0; i < PIXELS; i++) {
            if (seen[i] && around(i, distances, usual, seen) > FAR) {
                far++;
            }
        }
        return (double) far / count(hull);
    }

    /** The median of a pixel and its neighbors: what covers a face is no single pixel. */
    private static double around(int pixel, double[] distances, double[] usual, boolean[] seen) {
        var x = pixel % SIDE;
        return median(IntStream.of(-1, 0, 1)
                .flatMap(down -> IntStream.of(-1, 0, 1)
                        .filter(right -> x + right >= 0 && x + right < SIDE)
                        .map(right -> pixel + down * SIDE + right))
                .filter(i -> i >= 0 && i < PIXELS && seen[i])
                .mapToDouble(i -> distances[i] / usual[i])
                .toArray());
    }

    static int mirrored(int pixel) {
        return pixel - pixel % SIDE + SIDE - 1 - pixel % SIDE;
    }

    /** 0 of nothing. */
    static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static int count(boolean[] which) {
        var count = 0;
        for (var one : which) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
