package doppel.repair;

import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.extract.FaceRecord;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A face as the repaired folder will have it.
 *
 * @param id of the face
 * @param frame number in the clip
 * @param detected box and points, in frame pixels
 * @param landmarks in frame pixels
 * @param pose degrees
 * @param placed whether it was put somewhere else than it was found, so that what was decided about it no longer holds
 */
record PlannedFace(String id, int frame, DetectedFace detected, Landmarks landmarks, HeadPose pose, boolean placed) {

    static PlannedFace of(FaceRecord face) {
        return new PlannedFace(face.id(), face.frame(), face.detected(), face.landmarks(), face.pose(), false);
    }

    /** Whether it is where the folder has it. */
    boolean is(Map<String, FaceRecord> before) {
        return before.containsKey(id) && of(before.get(id)).equals(this);
    }

    /** Landmarks that come without a net: the pose is estimated from them, the box is put around them. */
    static PlannedFace at(String id, int frame, Landmarks landmarks) {
        return new PlannedFace(
                id, frame, DetectedFace.drawn(Box.around(landmarks.points())), landmarks, HeadPose.of(landmarks), true);
    }

    /** The same landmarks for a face of another frame. */
    PlannedFace copiedTo(String id, int frame) {
        return new PlannedFace(id, frame, detected, landmarks, pose, true);
    }

    /** Steadier landmarks; they move by so little that pose and box stay. */
    PlannedFace steadied(Landmarks landmarks) {
        return new PlannedFace(id, frame, detected, landmarks, pose, placed);
    }

    FaceTrack.Moment moment() {
        return new FaceTrack.Moment(id, frame, landmarks);
    }

    /**
     * A face on the straight way from {@code this} to {@code later}.
     *
     * @param share of the way, 0 to 1
     */
    PlannedFace towards(PlannedFace later, double share, String id, int frame) {
        var box = detected.box();
        var end = later.detected.box();
        return new PlannedFace(
                id,
                frame,
                new DetectedFace(
                        new Box(
                                mix(box.x(), end.x(), share),
                                mix(box.y(), end.y(), share),
                                mix(box.width(), end.width(), share),
                                mix(box.height(), end.height(), share)),
                        Math.min(detected.score(), later.detected.score()),
                        mix(detected.points(), later.detected.points(), share)),
                new Landmarks(mix(landmarks.points(), later.landmarks.points(), share)),
                new HeadPose(
                        mix(pose.yaw(), later.pose.yaw(), share),
                        mix(pose.pitch(), later.pose.pitch(), share),
                        mix(pose.roll(), later.pose.roll(), share)),
                true);
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }

    private static List<Point> mix(List<Point> from, List<Point> to, double share) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < from.size(); i++) {
            points.add(new Point(
                    mix(from.get(i).x(), to.get(i).x(), share),
                    mix(from.get(i).y(), to.get(i).y(), share)));
        }
        return points;
    }
}
