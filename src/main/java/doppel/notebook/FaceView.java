package doppel.notebook;

import doppel.align.AlignedFace;
import doppel.detect.DetectedFace;
import doppel.extract.FoundFace;
import doppel.figure.Gallery;
import doppel.figure.Ink;
import doppel.figure.Overlay;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.media.Frame;
import java.awt.image.BufferedImage;
import java.util.List;

/** How faces and what is known of them look. */
final class FaceView {

    private static final int SIDE = 320;
    private static final int MARGIN = 24;
    private static final int HEIGHT = 240;

    /** In the order of {@link DetectedFace#points}. */
    private static final List<String> POINTS =
            List.of("right eye", "left eye", "nose tip", "mouth center", "right ear", "left ear");

    private FaceView() {}

    static Bundle of(AlignedFace face) {
        var size = face.picture().getWidth();
        return Bundle.text("aligned face of %d x %d, turned by %s degrees, scaled by %s"
                        .formatted(
                                size,
                                face.picture().getHeight(),
                                Digits.text(face.toCrop().degrees()),
                                Digits.text(face.toCrop().scale())))
                .withPicture(face.picture());
    }

    /** All four steps: the aligned face, its landmarks, its mask. */
    static Bundle of(FoundFace face) {
        var aligned = face.aligned().picture();
        var marked = Overlay.on(aligned)
                .landmarks(face.landmarks().through(face.aligned().toCrop()))
                .draw();
        var masked = Overlay.on(aligned).mask(face.mask(), Ink.A).draw();
        var box = face.detected().box();
        return Bundle.text("face found with score %.2f at x %.0f, y %.0f: yaw %.0f, pitch %.0f, roll %.0f degrees"
                        .formatted(
                                face.detected().score(),
                                box.x(),
                                box.y(),
                                face.pose().yaw(),
                                face.pose().pitch(),
                                face.pose().roll()))
                .withPicture(Gallery.of()
                        .with("aligned", aligned)
                        .with("landmarks", marked)
                        .with("mask", masked)
                        .withHeight(HEIGHT)
                        .draw());
    }

    /** The 68 points by themselves, as large as the page likes. */
    static Bundle of(Landmarks landmarks) {
        var box = Box.around(landmarks.points());
        var zoom = Similarity.shifting(-box.x(), -box.y())
                .then(Similarity.scaling((SIDE - 2.0 * MARGIN) / Math.max(1e-9, Math.max(box.width(), box.height()))))
                .then(Similarity.shifting(MARGIN, MARGIN));
        var corner = zoom.apply(new Point(box.right(), box.bottom()));
        var dark = new BufferedImage(
                (int) Math.ceil(corner.x()) + MARGIN,
                (int) Math.ceil(corner.y()) + MARGIN,
                BufferedImage.TYPE_3BYTE_BGR);
        return Bundle.text("68 landmarks in a box of %s x %s at x %s, y %s"
                        .formatted(
                                Digits.text(box.width()),
                                Digits.text(box.height()),
                                Digits.text(box.x()),
                                Digits.text(box.y())))
                .withPicture(Overlay.on(dark)
                        .enlargedTo(SIDE)
                        .landmarks(landmarks.through(zoom))
                        .draw());
    }

    static Bundle of(DetectedFace face) {
        var box = face.box();
        var sheet = Sheet.of("face detected with score %.2f".formatted(face.score()), "", "x", "y", "width", "height")
                .row("box", box.x(), box.y(), box.width(), box.height());
        for (int i = 0; i < face.points().size(); i++) {
            var point = face.points().get(i);
            sheet = sheet.row(POINTS.get(i), point.x(), point.y(), "", "");
        }
        return sheet.bundle();
    }

    static Bundle of(Frame frame) {
        return Bundle.text(caption(frame)).withPicture(frame.picture());
    }

    static String caption(Frame frame) {
        return "frame %d, %.2f s".formatted(frame.number(), frame.seconds());
    }
}
