package doppel.repair;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.geometry.Box;
import doppel.landmark.Landmarks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where every face will be after the repairs up to now; pixels are not needed to know it. Immutable.
 *
 * @param folder that is repaired
 * @param gone ids that earlier repairs gave up
 * @param faces in the order of the clip
 */
record FacePlan(FaceFolder folder, List<String> gone, List<PlannedFace> faces) {

    private static final Comparator<PlannedFace> ORDER =
            Comparator.comparingInt(PlannedFace::frame).thenComparing(PlannedFace::id);

    /** Intersection over union with a drawn box from which on the box means that face. */
    private static final double SAME_FACE = 0.25;

    FacePlan {
        faces = faces.stream().sorted(ORDER).toList();
    }

    static FacePlan of(FaceFolder folder, RepairLog log) {
        return new FacePlan(
                folder,
                log.removed(),
                folder.faces().stream().map(PlannedFace::of).toList());
    }

    FacePlan smoothed(int window) {
        Map<String, Landmarks> steady = tracks().stream()
                .flatMap(track -> track.smoothed(window).moments().stream())
                .collect(Collectors.toMap(FaceTrack.Moment::face, FaceTrack.Moment::landmarks));
        return with(
                faces.stream().map(face -> face.steadied(steady.get(face.id()))).toList());
    }

    List<FaceTrack> tracks() {
        return FaceTrack.of(
                folder.source().options().everyNth(),
                faces.stream().map(PlannedFace::moment).toList());
    }

    FacePlan copied(int frame, int from) {
        return with(single(from).copiedTo(idFor(frame), frame));
    }

    FacePlan between(int frame, int before, int after) {
        if (!(before < frame && frame < after)) {
            throw new IllegalArgumentException(
                    "frame %d must lie between the two, got %d and %d".formatted(frame, before, after));
        }
        var share = (frame - before) / (double) (after - before);
        return with(single(before).towards(single(after), share, idFor(frame), frame));
    }

    FacePlan placed(String id, Landmarks landmarks) {
        var frame = face(id).frame();
        folder.faces().stream()
                .filter(face -> face.frame() == frame)
                .findFirst()
                .ifPresent(face -> requireInside(
                        landmarks, face.origin().width(), face.origin().height(), "face " + id));
        return with(PlannedFace.at(id, frame, landmarks));
    }

    FacePlan removed(String id) {
        face(id);
        return with(faces.stream().filter(face -> !face.id().equals(id)).toList());
    }

    /** Puts a face into the plan, in place of the one that has its id. */
    FacePlan with(PlannedFace placed) {
        var others = faces.stream().filter(face -> !face.id().equals(placed.id()));
        return with(Stream.concat(others, Stream.of(placed)).toList());
    }

    private FacePlan with(List<PlannedFace> faces) {
        return new FacePlan(folder, gone, faces);
    }

    List<PlannedFace> in(int frame) {
        return faces.stream().filter(face -> face.frame() == frame).toList();
    }

    /**
     * An id that no face ever had.
     *
     * @throws IllegalArgumentException if the frame is damaged, or was not looked at
     */
    private String freeId(int frame) {
        requireWhole(frame);
        var prefix = "%06d-".formatted(frame);
        var next = Stream.of(ids(), faces.stream().map(PlannedFace::id), gone.stream())
                .flatMap(Function.identity())
                .filter(id ->
                        id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,6}"))
                .mapToInt(id -> Integer.parseInt(id.substring(prefix.length())) + 1)
                .max();
        return prefix + next.orElse(0);
    }

    /** Of the frame's only face, which is then replaced; or a new one. */
    private String idFor(int frame) {
        return in(frame).isEmpty() ? freeId(frame) : single(frame).id();
    }

    /** Of the face that shares most with a box, if it is a quarter at least; or a new one. */
    String idNear(int frame, Box box) {
        var free = freeId(frame);
        return in(frame).stream()
                .filter(face -> face.detected().box().overlap(box) >= SAME_FACE)
                .max(Comparator.comparingDouble(face -> face.detected().box().overlap(box)))
                .map(PlannedFace::id)
                .orElse(free);
    }

    private PlannedFace single(int frame) {
        requireWhole(frame);
        var found = in(frame);
        if (found.size() != 1) {
            throw new IllegalArgumentException("frame %d has %d faces, not one: %s"
                    .formatted(
                            frame,
                            found.size(),
                            found.isEmpty()
                                    ? "take another frame"
                                    : "remove the others first, or give landmarks to one by its id"));
        }
        return found.get(0);
    }

    /**
     * @throws IllegalArgumentException if there is no such face
     */
    PlannedFace face(String id) {
        return faces.stream()
                .filter(face -> face.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("%s has %d faces and none has the id \"%s\": take one from faces()"
                                .formatted(folder.path().getFileName(), faces.size(), id)));
    }

    /**
     * @throws IllegalArgumentException if none of the landmarks is in the picture
     */
    static void requireInside(Landmarks landmarks, int width, int height, String face) {
        if (Box.around(landmarks.points()).clampTo(width, height).area() == 0) {
            throw new IllegalArgumentException(
                    "the landmarks of %s lie outside of its frame of %d x %d pixels: give them in pixels of the frame"
                            .formatted(face, width, height));
        }
    }

    private void requireWhole(int frame) {
        var looked = folder.frames().stream()
                .filter(record -> record.frame() == frame)
                .findFirst();
        if (looked.isEmpty()) {
            throw new IllegalArgumentException(
                    "the folder has not looked at frame %d (everyNth is %d): take one of its frames()"
                            .formatted(frame, folder.source().options().everyNth()));
        }
        if (looked.get().damaged()) {
            throw new IllegalArgumentException("frame %d is damaged, so that there is nothing to cut (%s): leave it out"
                    .formatted(frame, looked.get().damage()));
        }
    }

    private Stream<String> ids() {
        return folder.faces().stream().map(FaceRecord::id);
    }
}
