package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pose that B has and A lacks: one cell of the pose map, with the frames that need it.
 *
 * @param yaw of the cell's middle, degrees; the cell reaches 5 degrees to either side, and the outermost ones further
 * @param pitch of the cell's middle, degrees
 * @param ofA how many faces A has there, fewer than {@value PoseCoverage#FEWEST}
 * @param faces of B there, in the order of the clip
 */
public record PoseNeed(int yaw, int pitch, int ofA, List<FaceRecord> faces) {

    private static final int HALF = PoseCoverage.DEGREES / 2;

    private static final int LISTED = 5;

    public PoseNeed {
        faces = List.copyOf(faces);
    }

    /** Where the head points: {@code 25 to 35 degrees to the left edge and 5 to 15 degrees down}. */
    public String direction() {
        var sideways = words(yaw, PoseCoverage.COLUMNS, "to the left edge", "to the right edge");
        var upright = words(pitch, PoseCoverage.ROWS, "up", "down");
        if (sideways.isEmpty() && upright.isEmpty()) {
            return "straight ahead";
        }
        return sideways.isEmpty() || upright.isEmpty() ? sideways + upright : sideways + " and " + upright;
    }

    /** One sentence with the number of frames, where they look, what A has, and which they are. */
    @Override
    public String toString() {
        var ids = faces.stream().limit(LISTED).map(FaceRecord::id).collect(Collectors.joining(", "));
        return "%d %s %s, where A has %d: %s%s"
                .formatted(
                        faces.size(),
                        faces.size() == 1 ? "face looks" : "faces look",
                        direction(),
                        ofA,
                        ids,
                        faces.size() > LISTED ? " and %d more".formatted(faces.size() - LISTED) : "");
    }

    private static String words(int degrees, int cells, String negative, String positive) {
        if (degrees == 0) {
            return "";
        }
        var middle = Math.abs(degrees);
        var edge = degrees < 0 ? negative : positive;
        return middle == cells / 2 * PoseCoverage.DEGREES
                ? "%d degrees or more %s".formatted(middle - HALF, edge)
                : "%d to %d degrees %s".formatted(middle - HALF, middle + HALF, edge);
    }
}
