package doppel.notebook;

import doppel.actor.Actor;
import doppel.actor.ActorRecipe;
import doppel.actor.Moment;
import doppel.actor.Shot;
import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.align.HeadPose;
import doppel.compute.Json;
import doppel.detect.DetectedFace;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FaceSource;
import doppel.extract.FrameRecord;
import doppel.extract.JsonLines;
import doppel.extract.StoredPicture;
import doppel.geometry.Box;
import doppel.image.PictureFile;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import doppel.provenance.FileHash;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Face folders of any length, all faces of which are one rendered face. */
final class SketchedFaces {

    private static final int FRAME = 256;
    private static final Shot SHOT = Actor.cast(ActorRecipe.preset("a"), FRAME).shoot(Moment.frontal());

    private SketchedFaces() {}

    /** As many faces, one a frame, the first in frame {@code first} of {@code source}. */
    static FaceFolder write(Path folder, int count, int first, FileHash source) throws IOException {
        Files.createDirectories(folder.resolve("aligned"));
        Files.createDirectories(folder.resolve("mask"));
        var options = ExtractOptions.standard();
        Json.write(
                folder.resolve("source.json"),
                new FaceSource(FaceSource.VERSION, "anna", source, options, Map.of(), Map.of()));
        var face = face(folder, options.crop());
        var faces = new StringBuilder();
        var frames = new StringBuilder();
        for (int frame = first; frame < first + count; frame++) {
            var record = new FaceRecord(
                    FaceRecord.VERSION,
                    "%06d-0".formatted(frame),
                    new FaceRecord.Origin(frame, frame / 25.0, FRAME, FRAME),
                    face.detected(),
                    face.landmarks(),
                    face.toFaceUnits(),
                    face.pose(),
                    face.aligned(),
                    face.mask());
            faces.append(JsonLines.line(record));
            frames.append(JsonLines.line(new FrameRecord(frame, frame / 25.0, 1, "")));
        }
        Files.writeString(folder.resolve("faces.jsonl"), faces);
        Files.writeString(folder.resolve("frames.jsonl"), frames);
        return FaceFolder.open(folder);
    }

    static FaceFolder write(Path folder, int count) throws IOException {
        return write(folder, count, 0, new FileHash("clip.mp4", "0".repeat(64), 1));
    }

    private static FaceRecord face(Path folder, CropOptions crop) throws IOException {
        var landmarks = new Landmarks(SHOT.landmarks());
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var aligned = FaceAligner.align(SHOT.picture(), toFaceUnits, crop);
        PictureFile.write(aligned.picture(), folder.resolve("aligned/one.png"));
        PictureFile.write(
                Warp.mask(SHOT.face(), aligned.toCrop(), crop.size(), crop.size(), Warp.Outside.BLACK),
                folder.resolve("mask/one.png"));
        return new FaceRecord(
                FaceRecord.VERSION,
                "000000-0",
                new FaceRecord.Origin(0, 0, FRAME, FRAME),
                new DetectedFace(
                        Box.around(landmarks.points()), 0.9, landmarks.points().subList(0, 6)),
                landmarks,
                toFaceUnits,
                new HeadPose(0, 0, 0),
                stored(folder, "aligned/one.png"),
                stored(folder, "mask/one.png"));
    }

    private static StoredPicture stored(Path folder, String path) throws IOException {
        return new StoredPicture(path, Sha256.of(folder.resolve(path)));
    }
}
