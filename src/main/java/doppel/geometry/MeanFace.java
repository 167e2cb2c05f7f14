package doppel.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * The face that all faces are aligned to: the mean position of 51 landmarks, in face units.
 *
 * <p>The jaw is missing on purpose. It moves when the mouth opens, and a fit that followed it would make the eyes jump
 * with every word.
 *
 * <p>Book: chapter 5, the mean face of five points. Source: the 51-point mean face that faceswap aligns to, from
 * averages over 300-W.
 */
public final class MeanFace {

    private static final double[][] POINTS = {
        // right brow, left brow
        {.010086, .106454},
        {.085135, .038915},
        {.191003, .018748},
        {.300643, .034489},
        {.403270, .077391},
        {.596729, .077391},
        {.699356, .034489},
        {.808997, .018748},
        {.914864, .038915},
        {.989913, .106454},
        // nose: bridge to tip, then along the nostrils
        {.500000, .203352},
        {.500000, .307009},
        {.500000, .409805},
        {.500000, .515625},
        {.376753, .587326},
        {.435909, .609345},
        {.500000, .628106},
        {.564090, .609345},
        {.623246, .587326},
        // right eye, left eye
        {.131610, .216423},
        {.196995, .178758},
        {.275698, .179852},
        {.344479, .231733},
        {.270791, .245099},
        {.192616, .244077},
        {.655520, .231733},
        {.724301, .179852},
        {.803005, .178758},
        {.868389, .216423},
        {.807383, .244077},
        {.729208, .245099},
        // outer edge of the lips, then the inner edge
        {.264022, .780233},
        {.350858, .745405},
        {.438731, .727388},
        {.500000, .742578},
        {.561268, .727388},
        {.649141, .745405},
        {.735977, .780233},
        {.652032, .864805},
        {.566594, .902192},
        {.500000, .909281},
        {.433405, .902192},
        {.347967, .864805},
        {.300252, .784792},
        {.437969, .778746},
        {.500000, .785343},
        {.562030, .778746},
        {.699747, .784792},
        {.563237, .824182},
        {.500000, .831803},
        {.436763, .824182}
    };

    private static final List<Point> INNER =
            Arrays.stream(POINTS).map(pair -> new Point(pair[0], pair[1])).toList();

    private MeanFace() {}

    /** The 51 points in the order of the inner landmarks of iBUG (18 to 68), in face units. */
    public static List<Point> inner() {
        return INNER;
    }

    /** The same face in five points: eyes, nose tip, corners of the mouth. */
    public static List<Point> five() {
        return List.of(
                Point.mean(INNER.subList(19, 25)),
                Point.mean(INNER.subList(25, 31)),
                INNER.get(13),
                INNER.get(31),
                INNER.get(37));
    }
}
