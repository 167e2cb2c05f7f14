package doppel.notebook;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.figure.Ink;
import doppel.figure.Overlay;
import doppel.geometry.Point;
import doppel.image.Warp;
import doppel.media.Frame;
import doppel.provenance.FileHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Any frame of a clip with what was found in it: box and score, landmarks, mask, and which way the head points.
 *
 * <p>The arrow keys go from frame to frame, with shift ten at a time.
 *
 * <p>Book: chapter 5, the steps of extraction, seen on one frame.
 */
public final class FrameScrubber implements Displayable {

    /** A page has no room for more. */
    private static final int WIDEST = 900;

    private final FrameShelf shelf;
    private final FaceFolder folder;
    private final Map<Integer, List<FaceRecord>> faces;
    private final Playground playground;

    private FrameScrubber(FrameShelf shelf, FaceFolder folder) {
        this.shelf = shelf;
        this.folder = folder;
        this.faces = folder.faces().stream().collect(Collectors.groupingBy(FaceRecord::frame));
        var start = faces.keySet().stream().min(Integer::compare).orElse(0);
        this.playground = Playground.of(
                        this::draw,
                        Knob.slider("frame", 0, shelf.last(), Math.min(start, shelf.last()))
                                .withStep(shelf.step()),
                        Knob.toggle("box", true),
                        Knob.toggle("landmarks", true),
                        Knob.toggle("mask", true),
                        Knob.toggle("axes", true))
                .withCaption(this::caption);
    }

    /**
     * @param clip that the faces were extracted from
     * @throws IOException if the clip cannot be read
     * @throws IllegalArgumentException if the faces are of another clip
     */
    public static FrameScrubber of(Path clip, FaceFolder faces) throws IOException {
        if (!FileHash.of(clip).sha256().equals(faces.source().source().sha256())) {
            throw new IllegalArgumentException("the faces of %s were extracted from %s, not from %s: give that clip"
                    .formatted(faces.person(), faces.source().source().name(), clip.getFileName()));
        }
        return new FrameScrubber(FrameShelf.of(clip), faces);
    }

    /** Its static form is the first frame with a face, and all that was found in it. */
    @Override
    public Bundle display() {
        return playground.display();
    }

    private BufferedImage draw(Knobs knobs) throws IOException, InterruptedException {
        var frame = shelf.frame((int) knobs.number("frame"));
        var overlay = Overlay.on(frame.picture());
        for (var face : faces(frame)) {
            overlay = draw(face, overlay, knobs);
        }
        return fitted(overlay.draw());
    }

    private Overlay draw(FaceRecord face, Overlay plain, Knobs knobs) throws IOException {
        var overlay = plain;
        if (knobs.on("mask")) {
            var toMask = face.toFaceUnits().then(folder.crop().fromFaceUnits());
            overlay = overlay.mask(folder.mask(face), toMask, Ink.GREEN);
        }
        if (knobs.on("box")) {
            overlay = overlay.box(face.box(), "%.2f".formatted(face.score()));
        }
        if (knobs.on("landmarks")) {
            overlay = overlay.landmarks(face.landmarks());
        }
        if (knobs.on("axes")) {
            var middle = Point.mean(face.landmarks().nose());
            overlay = overlay.axes(face.pose(), middle, face.box().width() / 2);
        }
        return overlay;
    }

    private String caption(Knobs knobs) {
        try {
            var frame = shelf.frame((int) knobs.number("frame"));
            var words = new StringBuilder("frame %d, %.2f s".formatted(frame.number(), frame.seconds()));
            for (var face : faces(frame)) {
                var pose = face.pose();
                words.append("; score %.2f, yaw %d°, pitch %d°, roll %d°"
                        .formatted(
                                face.score(),
                                Math.round(pose.yaw()),
                                Math.round(pose.pitch()),
                                Math.round(pose.roll())));
            }
            return faces(frame).isEmpty() ? words.append("; no face").toString() : words.toString();
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }

    private List<FaceRecord> faces(Frame frame) {
        return faces.getOrDefault(frame.number(), List.of());
    }

    private static BufferedImage fitted(BufferedImage picture) {
        return picture.getWidth() <= WIDEST
                ? picture
                : Warp.resize(picture, WIDEST, WIDEST * picture.getHeight() / picture.getWidth());
    }
}
