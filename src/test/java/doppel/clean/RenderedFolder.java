package doppel.clean;

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
import doppel.image.Mask;
import doppel.image.PictureFile;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import doppel.provenance.FileHash;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A face folder whose faces are rendered, so that landmarks, mask and pose are exact. */
final class RenderedFolder {

    private static final int FRAME = 160;
    private static final CropOptions CROP = CropOptions.stored().withSize(128);

    private final Path folder;
    private final Actor actor;
    private int frames;

    RenderedFolder(Path folder, String actor) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.actor = Actor.cast(ActorRecipe.preset(actor), FRAME);
        Files.createDirectories(folder.resolve("aligned"));
        Files.createDirectories(folder.resolve("mask"));
        Json.write(
                folder.resolve("source.json"),
                new FaceSource(
                        FaceSource.VERSION,
                        "actor-" + actor,
                        new FileHash("clip.mp4", "0".repeat(64), 1),
                        ExtractOptions.standard().withCrop(CROP),
                        Map.of(),
                        Map.of()));
    }

    /** Renders one more face, and says what its frame looks like. */
    Shot add(Moment moment) throws IOException {
        var shot = actor.shoot(moment);
        add(shot, shot.picture());
        return shot;
    }

    /** The face of {@code shot}, seen in another picture of the frame. */
    void add(Shot shot, BufferedImage picture) throws IOException {
        var landmarks = new Landmarks(shot.landmarks());
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var aligned = FaceAligner.align(picture, toFaceUnits, CROP);
        var mask = Warp.mask(shot.face(), aligned.toCrop(), CROP.size(), CROP.size(), Warp.Outside.BLACK);
        var id = "%06d-0".formatted(frames);
        add(new FaceRecord(
                FaceRecord.VERSION,
                id,
                new FaceRecord.Origin(frames, frames / 25.0, FRAME, FRAME),
                new DetectedFace(
                        new Box(40, 40, 80, 80), 0.9, landmarks.points().subList(0, 6)),
                landmarks,
                toFaceUnits,
                new HeadPose(
                        shot.moment().yaw(),
                        shot.moment().pitch(),
                        shot.moment().roll()),
                stored("aligned/" + id + ".png", aligned.picture()),
                stored("mask/" + id + ".png", mask)));
    }

    FaceFolder open() throws IOException {
        return FaceFolder.open(folder);
    }

    private void add(FaceRecord face) throws IOException {
        append("faces.jsonl", face);
        append("frames.jsonl", new FrameRecord(frames, frames / 25.0, 1, ""));
        frames++;
    }

    private void append(String file, Object record) throws IOException {
        var path = folder.resolve(file);
        var before = Files.exists(path) ? Files.readString(path) : "";
        Files.writeString(path, before + JsonLines.line(record));
    }

    private StoredPicture stored(String name, BufferedImage picture) throws IOException {
        PictureFile.write(picture, folder.resolve(name));
        return new StoredPicture(name, Sha256.of(folder.resolve(name)));
    }

    private StoredPicture stored(String name, Mask mask) throws IOException {
        PictureFile.write(mask, folder.resolve(name));
        return new StoredPicture(name, Sha256.of(folder.resolve(name)));
    }
}
