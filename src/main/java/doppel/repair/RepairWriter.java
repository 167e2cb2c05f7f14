package doppel.repair;

import doppel.clean.Decisions;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractStep;
import doppel.extract.FaceCutter;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FolderWriter;
import doppel.media.FrameReader;
import doppel.provenance.FileHash;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes the folder that a plan describes.
 *
 * <ol>
 *   <li>Frame by frame: copy the faces that are where they were, cut the others out of the clip, retouch them.
 *   <li>Write down what was done, and to which folder.
 *   <li>Take over the decisions that still hold.
 *   <li>Move the folder to its place.
 * </ol>
 */
final class RepairWriter {

    private final FacePlan plan;
    private final FaceFolder folder;
    private final List<Repair> repairs;
    private final List<UnaryOperator<BufferedImage>> retouches;
    private final RepairLog log;
    private final Path clip;
    private final ModelFiles models;
    private final Map<String, FaceRecord> before;
    private final long start = System.nanoTime();

    RepairWriter(
            FacePlan plan,
            List<Repair> repairs,
            List<UnaryOperator<BufferedImage>> retouches,
            RepairLog log,
            Path clip,
            ModelFiles models) {
        this.plan = plan;
        this.folder = plan.folder();
        this.repairs = repairs;
        this.retouches = retouches;
        this.log = log;
        this.clip = clip;
        this.models = models;
        this.before = folder.faces().stream().collect(Collectors.toMap(FaceRecord::id, Function.identity()));
    }

    FaceFolder write(Path into, Consumer<ExtractStep> progress) throws IOException {
        var planned = plan.faces().stream().collect(Collectors.groupingBy(PlannedFace::frame));
        try (var writer = FolderWriter.into(into, folder.source());
                var reader = FrameReader.open(clip);
                var cutter = FaceCutter.open(models, folder.crop())) {
            var frames = FrameSeeker.of(reader, clip);
            for (var frame : folder.frames()) {
                var faces = new ArrayList<FaceRecord>();
                for (var face : planned.getOrDefault(frame.frame(), List.of())) {
                    faces.add(retouched(
                            face.is(before)
                                    ? writer.copy(folder, before.get(face.id()))
                                    : cut(face, frames, cutter, writer),
                            writer));
                }
                writer.add(frame.frame(), frame.seconds(), faces, frame.damage());
                progress.accept(step(writer));
            }
            log.with(entry()).write(writer.path());
            decide(FaceFolder.open(writer.path()));
            return writer.finish();
        }
    }

    private static FaceRecord cut(PlannedFace face, FrameSeeker frames, FaceCutter cutter, FolderWriter writer)
            throws IOException {
        var frame = frames.seek(face.frame());
        return writer.store(
                frame, face.id(), cutter.cut(frame.picture(), face.detected(), face.landmarks(), face.pose()));
    }

    private FaceRecord retouched(FaceRecord face, FolderWriter writer) throws IOException {
        var record = face;
        for (var retouch : retouches) {
            record = writer.repaint(record, retouch);
        }
        return record;
    }

    private ExtractStep step(FolderWriter writer) {
        var counts = writer.counts();
        return new ExtractStep(counts, folder.frames().size(), counts.frames() * 1e9 / (System.nanoTime() - start));
    }

    private RepairLog.Entry entry() throws IOException {
        var records = folder.path().resolve("faces.jsonl");
        var left = plan.faces().stream().map(PlannedFace::id).collect(Collectors.toSet());
        return new RepairLog.Entry(
                new FileHash(
                        folder.path().toAbsolutePath().normalize().getFileName().toString(),
                        Sha256.of(records),
                        Files.size(records)),
                repairs,
                ids(face -> before.containsKey(face.id()) && !face.is(before)),
                ids(face -> !before.containsKey(face.id())),
                folder.faces().stream()
                        .map(FaceRecord::id)
                        .filter(id -> !left.contains(id))
                        .toList());
    }

    private List<String> ids(Predicate<PlannedFace> which) {
        return plan.faces().stream().filter(which).map(PlannedFace::id).toList();
    }

    /** What was decided about a face holds for as long as the face is where it was found. */
    private void decide(FaceFolder repaired) throws IOException {
        var same = ids(face -> !face.placed() && before.containsKey(face.id()));
        Decisions.open(repaired).takeOver(Decisions.open(folder), same);
    }
}
