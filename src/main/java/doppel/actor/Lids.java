package doppel.actor;

import java.util.ArrayList;
import java.util.List;

/** The vertices of one eye's lids, in rows around the opening: row 0 lies on the ball, row 3 carries the lashes. */
final class Lids {

    /** The row whose upper and lower half meet in a blink. */
    private static final int MEETING_ROW = 3;

    private static final int ROWS = 12;

    private final int[] rows;
    private final int[] upper;
    private final int[] lower;
    private final int[] middleRims;

    private static final class Holder {
        static final Lids LEFT = new Lids(HeadData.load(), true);
        static final Lids RIGHT = new Lids(HeadData.load(), false);
    }

    private Lids(HeadData head, boolean left) {
        var both = new SkinRegions(head).rows(Atlas.Piece.SOCKET, ROWS, 0);
        var rest = head.rest();
        rows = both.clone();
        for (int v = 0; v < rows.length; v++) {
            if ((rest[3 * v] > 0) != left) {
                rows[v] = -1;
            }
        }
        var corners = new int[] {lowest(rest, 1), lowest(rest, -1)};
        upper = half(rest, corners, 1);
        lower = half(rest, corners, -1);
        middleRims = middle(rest);
    }

    static Lids of(boolean left) {
        return left ? Holder.LEFT : Holder.RIGHT;
    }

    /** Of a vertex of the base mesh: edges from the opening, or -1 where it is none of these lids. */
    int row(int vertex) {
        return rows[vertex];
    }

    /** The lash line of the upper lid, by growing x. */
    int[] upper() {
        return upper;
    }

    /** The same of the lower lid; both begin and end in the corners. */
    int[] lower() {
        return lower;
    }

    /** The middle of both lids where they touch the ball. */
    int[] middleRims() {
        return middleRims;
    }

    /** The corner of the meeting row that lies farthest to one side. */
    private int lowest(float[] rest, int sign) {
        var best = -1;
        for (int v = 0; v < rows.length; v++) {
            if (rows[v] == MEETING_ROW && (best < 0 || sign * rest[3 * v] < sign * rest[3 * best])) {
                best = v;
            }
        }
        return best;
    }

    private int[] half(float[] rest, int[] corners, int sign) {
        List<Integer> half = new ArrayList<>();
        var from = rest[3 * corners[0]];
        var to = rest[3 * corners[1]];
        for (int v = 0; v < rows.length; v++) {
            var along = (rest[3 * v] - from) / (to - from);
            var line = rest[3 * corners[0] + 1] + along * (rest[3 * corners[1] + 1] - rest[3 * corners[0] + 1]);
            var isCorner = v == corners[0] || v == corners[1];
            if (rows[v] == MEETING_ROW && (isCorner || sign * (rest[3 * v + 1] - line) > 0)) {
                half.add(v);
            }
        }
        half.sort((a, b) -> Float.compare(rest[3 * a], rest[3 * b]));
        return half.stream().mapToInt(v -> v).toArray();
    }

    private int[] middle(float[] rest) {
        var center = (rest[3 * upper[0]] + rest[3 * upper[upper.length - 1]]) / 2;
        List<Integer> middle = new ArrayList<>();
        for (int v = 0; v < rows.length; v++) {
            if (rows[v] == 1 && Math.abs(rest[3 * v] - center) < .05) {
                middle.add(v);
            }
        }
        return middle.stream().mapToInt(v -> v).toArray();
    }
}
