package doppel.notebook;

import doppel.extract.FaceRecord;
import java.util.List;

/** Records of a face folder, the numbers that tell faces apart: when, how sure, how large, how turned. */
final class FaceRecordView {

    private static final int ROWS = 10;

    private FaceRecordView() {}

    static Bundle of(FaceRecord face) {
        return of(List.of(face));
    }

    static Bundle of(List<FaceRecord> faces) {
        var title = "%,d face record%s".formatted(faces.size(), faces.size() == 1 ? "" : "s");
        var sheet = Sheet.of(
                title,
                "id",
                "frame",
                "seconds",
                "score",
                "box, pixels",
                "yaw, degrees",
                "pitch, degrees",
                "roll, degrees");
        for (var face : faces.subList(0, Math.min(ROWS, faces.size()))) {
            var pose = face.pose();
            sheet = sheet.row(
                    face.id(),
                    face.frame(),
                    face.seconds(),
                    face.score(),
                    Math.round(face.box().width()),
                    Math.round(pose.yaw()),
                    Math.round(pose.pitch()),
                    Math.round(pose.roll()));
        }
        return sheet.withNote(faces.size() > ROWS ? "… %,d more".formatted(faces.size() - ROWS) : "")
                .bundle();
    }
}
