package doppel.extract;

import doppel.align.AlignedFace;
import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import doppel.media.Frame;
import doppel.provenance.FileHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Face folders of made-up faces, written in a moment and without a network. */
final class SketchedFolder {

    static final FaceSource SOURCE = new FaceSource(
            FaceSource.VERSION,
            "actor-a",
            new FileHash("clip.mp4", "0".repeat(64), 1),
            ExtractOptions.standard(),
            Map.of("face-mesh", "1".repeat(64)),
            Map.of("java", "17"));

    private SketchedFolder() {}

    /** As many faces as {@code faces} says for frames 0, 1, 2 ... */
    static FolderLayout write(Path folder, int... faces) throws IOException {
        var layout = new FolderLayout(folder);
        try (var journal = FaceJournal.open(layout, SOURCE)) {
            for (int frame = journal.next(); frame < faces.length; frame++) {
                journal.add(found(layout, frame, faces[frame]));
            }
        }
        return layout;
    }

    /** The pictures are written, the records are not. */
    static FrameFaces found(FolderLayout layout, int frame, int faces) throws IOException {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        return new FaceStore(layout)
                .put(
                        new Frame(frame, frame / 10.0, picture, "%06d".formatted(frame)),
                        IntStream.range(0, faces).mapToObj(i -> face(frame, i)).toList());
    }

    /** Every file below {@code folder} with its content. */
    static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(), FileHash.of(file).sha256());
            }
        }
        return contents;
    }

    private static FoundFace face(int frame, int index) {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(index, frame % 16, 0x123456 * (frame + 1));
        return new FoundFace(
                new DetectedFace(new Box(index, frame, 5, 5), 0.9, Collections.nCopies(6, new Point(1, 2))),
                new Landmarks(Collections.nCopies(68, new Point(frame / 3.0, index))),
                Similarity.turning(frame, 2),
                new HeadPose(1, 2, 3),
                new AlignedFace(picture, Similarity.identity()),
                Mask.filled(16, 16, 1.0 / (frame + index + 1)));
    }

    static List<String> ids(FaceFolder folder) {
        return folder.faces().stream().map(FaceRecord::id).toList();
    }
}
