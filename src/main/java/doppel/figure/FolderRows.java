package doppel.figure;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Warp;
import doppel.media.FramePicker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is kept of a face, one row each: where it was in the frame, the aligned picture, its landmarks, its mask.
 *
 * <p>Book: chapter 5, "Running extract on frame images", the output files.
 */
public final class FolderRows {

    private static final int SIDE = 176;

    private FolderRows() {}

    /**
     * @param footage the clip or folder of pictures that the faces were extracted from
     * @param faces of {@code folder}
     * @throws IOException if the footage or a picture cannot be read
     */
    public static BufferedImage draw(FaceFolder folder, Path footage, List<FaceRecord> faces) throws IOException {
        var rows = Gallery.of().withColumns(5).withHeight(SIDE);
        for (var frame :
                FramePicker.at(footage, faces.stream().map(FaceRecord::frame).toList())) {
            for (var face :
                    faces.stream().filter(one -> one.frame() == frame.number()).toList()) {
                rows = row(rows, folder, face, frame.picture());
            }
        }
        return rows.draw();
    }

    private static Gallery row(Gallery rows, FaceFolder folder, FaceRecord face, BufferedImage frame)
            throws IOException {
        var picture = Warp.resize(folder.picture(face), SIDE, SIDE);
        var mask = folder.mask(face);
        var tinted = Overlay.on(folder.picture(face)).mask(mask, Ink.GREEN).draw();
        var boxed =
                Overlay.on(frame).around(face.box(), SIDE).box(face.box(), "").draw();
        var inCrop = face.landmarks()
                .through(face.toFaceUnits().then(folder.crop().withSize(SIDE).fromFaceUnits()));
        return rows.with("frame %d, score %.2f".formatted(face.frame(), face.score()), boxed)
                .with("aligned", picture)
                .with(
                        "landmarks",
                        Overlay.on(picture).enlargedTo(SIDE).landmarks(inCrop).draw())
                .with("mask", mask.picture())
                .with("what it holds", tinted);
    }
}
