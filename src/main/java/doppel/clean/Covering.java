package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of each face looks unlike what this person's other faces have there: a hand, a cup, a strip of cloth.
 *
 * <ol>
 *   <li>Take the light out of each little picture, see {@link UnlitLook}.
 *   <li>Learn what this person's faces have in common, however they turn and talk: a {@link LookModel} of those
 *       faces that the identity network knows at once.
 *   <li>Measure how far each pixel is from what the model makes of its face, per what is usual at that place, where a
 *       mouth moves and a forehead does not.
 *   <li>Count the pixels that are far off, with their neighbors; too dark or too light ones say nothing.
 * </ol>
 */
final class Covering {

    private static final int SIDE = FaceLook.SIDE;

    private static final int PIXELS = UnlitLook.PIXELS;

    /** Times the usual distance: twice is rare, and three times is hardly ever reached by a hand, which is skin too. */
    private static final double FAR = 2;

    /**
     * Of the median likeness: a face that is known at once hides nothing, and what covers a face makes it less known. A head
     * turned by 40 degrees still has five sixths.
     */
    private static final double KNOWN = 0.83;

    /** Learning from more faces takes longer and changes little. */
    private static final int MOST_TEACHERS = 150;

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
        var covered = new double[faces.size()];
        var pixels = IntStream.range(0, covered.length)
                .parallel()
                .mapToObj(i -> SeenPixels.of(faces.get(i), looks.get(i)))
                .toList();
        var clear = KNOWN
                * UnlitLook.median(where(person).mapToDouble(i -> likeness[i]).toArray());
        var judged = where(person).filter(i -> pixels.get(i).enough()).boxed().toList();
        var teachers = spread(judged.stream().filter(i -> likeness[i] >= clear).toList()).parallelStream()
                .map(i -> UnlitLook.of(looks.get(i), pixels.get(i).seen()))
                .toList();
        if (teachers.isEmpty()) {
            return covered;
        }
        var model = LookModel.learn(teachers);
        var usual =
                usual(teachers, teachers.parallelStream().map(model::distances).toList());
        judged.parallelStream().filter(i -> likeness[i] < clear).forEach(i -> {
            var face = UnlitLook.of(looks.get(i), pixels.get(i).seen());
            covered[i] = (double) far(model.distances(face), usual, face.seen())
                    / pixels.get(i).hull();
        });
        return covered;
    }

    private static IntStream where(boolean[] which) {
        return IntStream.range(0, which.length).filter(i -> which[i]);
    }

    /** {@link #MOST_TEACHERS} or fewer, spread evenly. */
    private static List<Integer> spread(List<Integer> all) {
        var step = Math.max(1, (all.size() + MOST_TEACHERS - 1) / MOST_TEACHERS);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** The median distance at each place, of both sides of the face, and nowhere less than that of all places. */
    private static double[] usual(List<UnlitLook> faces, List<float[]> distances) {
        var all = LookModel.usual(faces, distances);
        return IntStream.range(0, PIXELS)
                .mapToDouble(place -> Math.max(all, median(place, faces, distances)))
                .toArray();
    }

    private static double median(int place, List<UnlitLook> faces, List<float[]> distances) {
        var values = IntStream.range(0, faces.size()).boxed().flatMapToDouble(face -> IntStream.of(
                        place, UnlitLook.mirrored(place))
                .filter(i -> faces.get(face).seen()[i])
                .mapToDouble(i -> distances.get(face)[i]));
        return UnlitLook.median(values.toArray());
    }

    private static int far(float[] distances, double[] usual, boolean[] seen) {
        var far = 0;
        for (int i = 0; i < PIXELS; i++) {
            if (seen[i] && around(i, distances, usual, seen) > FAR) {
                far++;
            }
        }
        return far;
    }

    /** The median of a pixel and its neighbors: what covers a face is no single pixel. */
    private static double around(int pixel, float[] distances, double[] usual, boolean[] seen) {
        var x = pixel % SIDE;
        return UnlitLook.median(IntStream.of(-1, 0, 1)
                .flatMap(down -> IntStream.of(-1, 0, 1)
                        .filter(right -> x + right >= 0 && x + right < SIDE)
                        .map(right -> pixel + down * SIDE + right))
                .filter(i -> i >= 0 && i < PIXELS && seen[i])
                .mapToDouble(i -> distances[i] / usual[i])
                .toArray());
    }
}
