package doppel.clean;

import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the landmarks of each face are from where its neighbors in time would have them.
 *
 * <p>A head moves smoothly from frame to frame; landmarks that went astray, or another person's face, do not. Between
 * two neighbors the way is taken to be straight; beside one neighbor, the face is taken to stand still. The face next
 * to one that jumps shows half of that jump.
 */
final class Jumps {

    /** A gap of one frame is bridged, a longer one is not. */
    private static final int FURTHEST = 2;

    private final List<FaceRecord> faces;
    private final int everyNth;
    private final Map<Integer, List<FaceRecord>> byFrame = new HashMap<>();

    private Jumps(List<FaceRecord> faces, int everyNth) {
        this.faces = faces;
        this.everyNth = everyNth;
        faces.forEach(face -> byFrame.computeIfAbsent(face.frame(), frame -> new ArrayList<>())
                .add(face));
    }

    /**
     * @param everyNth frame of the clip that was looked at
     * @return mean distance of 68 points for each face, in face units; 0 for a face without neighbors
     */
    static double[] of(List<FaceRecord> faces, int everyNth) {
        var jumps = new Jumps(faces, everyNth);
        return faces.stream().mapToDouble(jumps::of).toArray();
    }

    private double of(FaceRecord face) {
        var before = neighbor(face, -1);
        var after = neighbor(face, 1);
        if (before.isEmpty() && after.isEmpty()) {
            return 0;
        }
        var from = before.or(() -> after).orElseThrow();
        var to = after.or(() -> before).orElseThrow();
        var share = from == to ? 0 : (double) (face.frame() - from.frame()) / (to.frame() - from.frame());
        double sum = 0;
        for (int i = 0; i < face.landmarks().points().size(); i++) {
            var expected = point(from, i).times(1 - share).plus(point(to, i).times(share));
            sum += expected.distanceTo(point(face, i));
        }
        // the face's own scale is no judge of its landmarks
        var scale = (from.toFaceUnits().scale() + to.toFaceUnits().scale()) / 2;
        return scale * sum / face.landmarks().points().size();
    }

    /** The face of the next frame that has one, there the nearest. */
    private Optional<FaceRecord> neighbor(FaceRecord face, int direction) {
        for (int step = 1; step <= FURTHEST; step++) {
            var there = byFrame.getOrDefault(face.frame() + direction * step * everyNth, List.of());
            if (!there.isEmpty()) {
                return there.stream()
                        .min(Comparator.comparingDouble(other ->
                                other.box().center().distanceTo(face.box().center())));
            }
        }
        return Optional.empty();
    }

    private static Point point(FaceRecord face, int index) {
        return face.landmarks().points().get(index);
    }
}
