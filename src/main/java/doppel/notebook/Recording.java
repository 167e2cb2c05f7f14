package doppel.notebook;

import doppel.Workbench;
import doppel.actor.ActorClip;
import doppel.image.PictureFile;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.MarkedWriter;
import doppel.provenance.Consent;
import doppel.provenance.FileHash;
import doppel.provenance.Origin;
import doppel.provenance.Subject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The frames of one person, from the consent to the clip.
 *
 * <p>The consent is on file before there is a frame, and the folder comes with the first whole one; each frame is on the disk before the next is taken, so
 * that a stop at any time keeps what is there.
 */
final class Recording {

    private static final int MOST_BYTES = 2_000_000;

    /** Frames a second of a clip that has one frame only. */
    private static final double LONELY_RATE = 12;

    private final String alias;
    private final Path footage;
    private final List<Double> seconds = new ArrayList<>();

    private Recording(String alias, Path footage) {
        this.alias = alias;
        this.footage = footage;
    }

    /**
     * Puts the consent on file.
     *
     * @throws IllegalStateException if there is a recording under this alias already
     * @throws IllegalArgumentException if the alias is an actor's
     */
    static Recording begin(Workbench bench, Consent consent) throws IOException {
        var recording = new Recording(consent.alias(), bench.project().resolve("data/footage"));
        recording.requireNew();
        var held = bench.consents().find(consent.alias());
        if (held.filter(each -> each.subject() == Subject.SYNTHETIC).isPresent()
                || ActorClip.NAMES.stream().map(ActorClip::alias).anyMatch(consent.alias()::equals)) {
            throw new IllegalArgumentException(
                    "%s is an actor: choose another alias for a person".formatted(consent.alias()));
        }
        bench.consents().replace(consent, LocalDate.now());
        return recording;
    }

    Path folder() {
        return footage.resolve(alias);
    }

    Path clip() {
        return footage.resolve(alias + ".mp4");
    }

    synchronized int frames() {
        return seconds.size();
    }

    /** Seconds from the first frame to the last; 0 before there are two. */
    synchronized double length() {
        return seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1);
    }

    /**
     * Keeps a frame as it came from the camera.
     *
     * @param at seconds since the first frame
     * @return the picture
     * @throws IOException if it is no whole JPEG
     * @throws IllegalStateException if another recording under this alias has begun meanwhile
     */
    synchronized BufferedImage take(byte[] jpeg, double at) throws IOException {
        if (jpeg.length > MOST_BYTES) {
            throw new IOException("a frame has %d bytes, more than %d: choose a smaller picture of the camera"
                    .formatted(jpeg.length, MOST_BYTES));
        }
        if (seconds.isEmpty()) {
            requireNew();
            Files.createDirectories(folder());
        }
        var file = frame(seconds.size());
        try {
            Files.write(file, jpeg);
            var picture = PictureFile.read(file);
            seconds.add(seconds.isEmpty() ? 0 : Math.max(at, length() + 0.001));
            return picture;
        } catch (IOException damaged) {
            Files.deleteIfExists(file);
            if (seconds.isEmpty()) {
                Files.delete(folder());
            }
            throw damaged;
        }
    }

    /**
     * Makes one clip of all frames, with its manifest beside.
     *
     * @throws IllegalStateException if no frame was taken
     */
    synchronized Path finish() throws IOException {
        if (seconds.isEmpty()) {
            throw new IllegalStateException("no frame of %s was taken: start the camera first".formatted(alias));
        }
        var first = PictureFile.read(frame(0));
        var rate = length() > 0 ? (seconds.size() - 1) / length() : LONELY_RATE;
        var origin = new Origin(
                List.of(FileHash.of(folder())), Map.of("camera", "browser", "frames", seconds.size()), List.of(alias));
        var format = ClipFormat.of(first.getWidth(), first.getHeight(), Math.max(1, Math.min(rate, 60)));
        try (var writer = MarkedWriter.recording(clip(), format, origin)) {
            for (int i = 0; i < seconds.size(); i++) {
                writer.write(new Frame(i, seconds.get(i), PictureFile.read(frame(i)), "%06d".formatted(i)));
            }
            writer.finish();
        }
        return clip();
    }

    private void requireNew() {
        if (Files.exists(folder()) || Files.exists(clip())) {
            throw new IllegalStateException(
                    "there is a recording of %s in data/footage already: choose another alias".formatted(alias));
        }
    }

    private Path frame(int number) {
        return folder().resolve("frame-%06d.jpg".formatted(number));
    }
}
