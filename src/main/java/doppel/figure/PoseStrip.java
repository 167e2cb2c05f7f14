package doppel.figure;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Comparator;

/**
 * Faces of a folder from one side to the other, each with the axes of its head.
 *
 * <p>Book: chapter 3, pose; beyond the book's extractor.
 */
public final class PoseStrip {

    private static final int NOSE_TIP = 30;

    /** Of the picture's side. */
    private static final double AXIS = 0.33;

    private static final int SIDE = 126;

    private PoseStrip() {}

    /**
     * @param count how many faces, from the smallest yaw to the largest, in even steps of rank
     * @throws IllegalArgumentException if {@code count} is below 2 or above the number of faces
     * @throws IOException if a picture is missing or damaged
     */
    public static BufferedImage draw(FaceFolder folder, int count) throws IOException {
        var faces = folder.faces().stream()
                .sorted(Comparator.comparingDouble(face -> face.pose().yaw()))
                .toList();
        if (count < 2 || count > faces.size()) {
            throw new IllegalArgumentException(
                    "a strip of %d faces cannot show %d: choose 2 to %d".formatted(faces.size(), count, faces.size()));
        }
        var row = Gallery.of().withHeight(SIDE);
        for (int i = 0; i < count; i++) {
            var face = faces.get((int) Math.round((double) i * (faces.size() - 1) / (count - 1)));
            row = row.with("yaw %+.0f°".formatted(face.pose().yaw()), withAxes(folder, face));
        }
        return row.draw();
    }

    /** The aligned face stands upright, so its axes are turned as it was. */
    private static BufferedImage withAxes(FaceFolder folder, FaceRecord face) throws IOException {
        var picture = Warp.resize(folder.picture(face), SIDE, SIDE);
        var toCrop = face.toFaceUnits().then(folder.crop().withSize(SIDE).fromFaceUnits());
        var axes = PoseAxes.of(face.pose()).turned(toCrop.degrees());
        var nose = toCrop.apply(face.landmarks().points().get(NOSE_TIP));
        return Overlay.on(picture)
                .enlargedTo(SIDE)
                .axes(axes, nose, AXIS * SIDE)
                .draw();
    }
}
