package doppel.repair;

import doppel.align.CropOptions;
import doppel.align.HeadPose;
import doppel.compute.ModelFiles;
import doppel.detect.DetectedFace;
import doppel.extract.ExtractStep;
import doppel.extract.FaceCutter;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FaceSource;
import doppel.extract.FolderWriter;
import doppel.extract.FoundFace;
import doppel.media.Frame;
import doppel.media.FrameReader;
import doppel.repair.FaceswapAlignments.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes a face folder of a clip whose faces are known beforehand, in one reading of it.
 *
 * <ol>
 *   <li>For each frame of the clip take the faces that the file names, if any.
 *   <li>Cut and mask them, and add them to the folder; damaged frames are written down as damaged.
 *   <li>If the file names frames that never came, it belongs to another clip: nothing is left of the folder.
 * </ol>
 */
final class AlignmentsImport {

    private final FaceswapAlignments alignments;
    private final Path clip;
    private final boolean pictures;
    private final CropOptions crop;
    private final Map<Object, String> unseen = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private int damaged;

    /**
     * @throws IOException if a name fits no frame of a video, or two names fit one
     */
    AlignmentsImport(FaceswapAlignments alignments, Path clip, CropOptions crop) throws IOException {
        this.alignments = alignments;
        this.clip = clip;
        this.pictures = Files.isDirectory(clip);
        this.crop = crop;
        for (var name : alignments.frames().keySet()) {
            var twin = unseen.put(key(name), name);
            if (twin != null) {
                throw new IOException("\"%s\" and \"%s\" are the same frame of %s: leave one of them out"
                        .formatted(twin, name, clip.getFileName()));
            }
        }
    }

    /** A picture is known by its name, a frame of a video by its number. */
    private Object key(String name) throws IOException {
        if (pictures) {
            return name;
        }
        return FaceswapAlignments.number(name)
                .orElseThrow(() -> new IOException(
                        ("\"%s\" is no frame of %s: the frames of a video end in their number from 1, as in"
                                        + " clip_000001.mp4; give the folder of pictures if it is one")
                                .formatted(name, clip.getFileName())));
    }

    FaceFolder write(String person, Path into, ModelFiles models, Consumer<ExtractStep> progress) throws IOException {
        try (var writer = FolderWriter.into(into, FaceSource.landmarked(clip, person, crop));
                var reader = FrameReader.open(clip);
                var cutter = FaceCutter.open(models, crop)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                addDamaged(reader, writer);
                add(frame.get(), cutter, writer);
                progress.accept(step(writer, reader));
            }
            addDamaged(reader, writer);
            requireAllSeen(writer);
            return writer.finish();
        }
    }

    private void add(Frame frame, FaceCutter cutter, FolderWriter writer) throws IOException {
        var faces = seen(frame.number(), frame.name());
        var records = new ArrayList<FaceRecord>();
        for (int i = 0; i < faces.size(); i++) {
            var id = "%06d-%d".formatted(frame.number(), i);
            records.add(writer.store(frame, id, cut(faces.get(i), id, frame, cutter)));
        }
        writer.add(frame.number(), frame.seconds(), records, "");
    }

    private FoundFace cut(Face face, String id, Frame frame, FaceCutter cutter) throws IOException {
        var picture = frame.picture();
        try {
            FacePlan.requireInside(face.landmarks(), picture.getWidth(), picture.getHeight(), "face " + id);
        } catch (IllegalArgumentException elsewhere) {
            throw new IOException(elsewhere.getMessage(), elsewhere);
        }
        return cutter.cut(picture, DetectedFace.drawn(face.box()), face.landmarks(), HeadPose.of(face.landmarks()));
    }

    /** What the reader had to leave out since the last call; what the file says of such a frame has no pixels. */
    private void addDamaged(FrameReader reader, FolderWriter writer) throws IOException {
        var all = reader.damaged();
        for (var frame : all.subList(damaged, all.size())) {
            seen(frame.number(), frame.name());
            writer.add(frame.number(), frame.number() / reader.framesPerSecond(), List.of(), frame.reason());
        }
        damaged = all.size();
    }

    private List<Face> seen(int number, String name) {
        var named = unseen.remove(pictures ? name : number);
        return named == null ? List.of() : alignments.frames().get(named);
    }

    private void requireAllSeen(FolderWriter writer) throws IOException {
        if (!unseen.isEmpty()) {
            throw new IOException(
                    ("%s has %d frames, and \"%s\" is none of them (nor %d more of the file): take the clip that the"
                                    + " alignments belong to")
                            .formatted(
                                    clip.getFileName(),
                                    writer.counts().frames(),
                                    unseen.values().iterator().next(),
                                    unseen.size() - 1));
        }
    }

    private ExtractStep step(FolderWriter writer, FrameReader reader) {
        var counts = writer.counts();
        return new ExtractStep(counts, reader.estimatedFrames(), counts.frames() * 1e9 / (System.nanoTime() - start));
    }
}
