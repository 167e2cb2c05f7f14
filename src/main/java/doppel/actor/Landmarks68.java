package doppel.actor;

import doppel.geometry.Point;
import doppel.render.Camera;
import java.util.ArrayList;
import java.util.List;

/** The 68 landmarks in the order of iBUG: each is one vertex of the fine mesh. */
final class Landmarks68 {

    private static final int[] VERTICES = {
        // jaw, from the actor's right ear over the chin to the left
        2619,
        2466,
        2153,
        2297,
        2295,
        915,
        917,
        2276,
        2351,
        5000,
        3689,
        3687,
        5018,
        5020,
        4882,
        5179,
        5330,
        // brows, along the middle of the hairs
        11737,
        11656,
        11636,
        6304,
        11604,
        17326,
        9052,
        17355,
        17372,
        17439,
        // nose: bridge to tip, then along the nostrils
        136,
        135,
        164,
        294,
        325,
        313,
        317,
        3146,
        3157,
        // eyes, along the lash lines
        24,
        0,
        54,
        69,
        47,
        41,
        2923,
        2908,
        2854,
        2878,
        2895,
        2901,
        // outer edge of the lips, then where they meet
        1942,
        2409,
        450,
        455,
        3280,
        5125,
        4680,
        3305,
        3311,
        492,
        486,
        480,
        432,
        471,
        474,
        3297,
        3262,
        8649,
        493,
        5896
    };

    /** Inner landmarks of the upper lip and, below each, of the lower lip. */
    private static final int[][] MEETING = {{61, 67}, {62, 66}, {63, 65}};

    private Landmarks68() {}

    /** Where landmark {@code i}, 0 to 67, lies among fine positions. */
    static double[] place(float[] fine, int i) {
        var vertex = 3 * VERTICES[i];
        return new double[] {fine[vertex], fine[vertex + 1], fine[vertex + 2]};
    }

    /** In pixels, in the order of iBUG. */
    static List<Point> project(PosedHead head, Camera camera) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < VERTICES.length; i++) {
            var at = place(head.fine(), i);
            points.add(camera.project(at[0], at[1], at[2]));
        }
        var up = new Point(head.head()[1], -head.head()[5]);
        for (int[] pair : MEETING) {
            meet(points, pair[0], pair[1], up);
        }
        return List.copyOf(points);
    }

    /** Closed lips press into each other a little; what one sees is the line between them. */
    private static void meet(List<Point> points, int upper, int lower, Point up) {
        var apart = points.get(upper).minus(points.get(lower));
        if (apart.x() * up.x() + apart.y() * up.y() < 0) {
            var middle = Point.mean(List.of(points.get(upper), points.get(lower)));
            points.set(upper, middle);
            points.set(lower, middle);
        }
    }
}
