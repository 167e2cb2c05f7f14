package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.figure.Gallery;
import doppel.media.Clip;
import doppel.media.Frame;
import doppel.media.FrameReader;
import doppel.provenance.Marks;
import doppel.provenance.Xmp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Plays a clip, or two side by side that start, stop and seek together; one hears the right one.
 *
 * <p>A clip of up to 16 MB travels to the page when it is asked for. A larger one is fetched from the Jupyter server,
 * which has it if it lies in the folder that the server was started in.
 */
public final class ClipPlayer implements Displayable {

    private static final long MOST_BYTES = 16_000_000;
    private static final int STILLS = 6;
    private static final int STILL_WIDTH = 146;

    /** Shorter clips are read whole: they may have too few frames that stand by themselves. */
    private static final int SHORT_FRAMES = 200;

    private final List<Clip> clips;
    private final List<String> names;
    private final WidgetSlot slot = new WidgetSlot(this::open);

    private ClipPlayer(List<Clip> clips, List<String> names) {
        this.clips = clips;
        this.names = names;
    }

    /**
     * @throws IOException if it is no clip
     */
    public static ClipPlayer of(Path clip) throws IOException {
        return new ClipPlayer(List.of(Clip.probe(clip)), List.of(""));
    }

    /**
     * @throws IOException if one of the two is no clip
     */
    public static ClipPlayer of(Path left, Path right) throws IOException {
        return new ClipPlayer(List.of(Clip.probe(left), Clip.probe(right)), List.of("", ""));
    }

    /**
     * The same with a name above each clip.
     *
     * @throws IllegalArgumentException if there are more or fewer names than clips
     */
    public ClipPlayer withNames(String... words) {
        if (words.length != clips.size()) {
            throw new IllegalArgumentException(
                    "%d clips need as many names, got %s".formatted(clips.size(), List.of(words)));
        }
        return new ClipPlayer(clips, List.of(words));
    }

    /** Its static form is a strip of six frames of each clip. */
    @Override
    public Bundle display() {
        var text = clips.stream().map(ClipPlayer::words).toList();
        return Bundle.text(String.join("\n", text)).withPicture(strip()).withWidget(slot.get());
    }

    private static String words(Clip clip) {
        return "clip %s, %d x %d, %.1f s%s"
                .formatted(
                        clip.file().getFileName(),
                        clip.width(),
                        clip.height(),
                        clip.seconds(),
                        clip.sound() ? ", with sound" : "");
    }

    private AnyWidget open() {
        var state = Map.<String, Object>of(
                "clips", IntStream.range(0, clips.size()).mapToObj(this::face).toList(),
                "home", System.getProperty("user.home", ""));
        var widget = AnyWidget.open("ClipPlayer", state);
        return widget.onMessage((message, buffers) -> answer(widget, message));
    }

    private Map<String, Object> face(int index) {
        var clip = clips.get(index);
        return Map.of(
                "name", names.get(index),
                "file", clip.file().toAbsolutePath().normalize().toString(),
                "sent", clip.file().toFile().length() <= MOST_BYTES,
                "width", clip.width(),
                "height", clip.height());
    }

    private void answer(AnyWidget widget, JsonNode message) {
        var index = message.path("want").asInt();
        try {
            widget.send(
                    Map.of("clip", index), Files.readAllBytes(clips.get(index).file()));
        } catch (IOException gone) {
            throw new UncheckedIOException(clips.get(index).file() + " cannot be read: run this cell again", gone);
        }
    }

    private BufferedImage strip() {
        var cells = new ArrayList<Gallery.Cell>();
        var height = STILL_WIDTH * clips.get(0).height() / clips.get(0).width();
        try {
            for (int i = 0; i < clips.size(); i++) {
                for (var still : stills(clips.get(i))) {
                    var caption = "%s %.1f s".formatted(names.get(i), still.seconds());
                    cells.add(new Gallery.Cell(
                            still.picture(), caption.strip(), Optional.empty(), marksOf(clips.get(i))));
                }
            }
            return new Gallery(cells, STILLS, Math.max(8, Math.min(height, 2 * STILL_WIDTH)), Optional.empty()).draw();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault.getMessage(), fault);
        }
    }

    /** A made clip's own label is too small to be read in a strip. */
    private static Optional<Marks> marksOf(Clip clip) throws IOException {
        if (!clip.file().toString().endsWith(".mp4")) {
            return Optional.empty();
        }
        return Xmp.of(clip.file()).flatMap(xmp -> switch (xmp.sourceType()) {
            case COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA -> Optional.of(Marks.swap());
            case TRAINED_ALGORITHMIC_MEDIA -> Optional.of(Marks.preview());
            default -> Optional.empty();
        });
    }

    /** Evenly spread over the clip. */
    private static List<Frame> stills(Clip clip) throws IOException {
        var brief = clip.frames() < SHORT_FRAMES;
        var frames = new ArrayList<Frame>();
        try (var reader = brief ? FrameReader.open(clip.file()) : FrameReader.openKeyFrames(clip.file())) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        }
        var count = Math.min(STILLS, frames.size());
        return IntStream.range(0, count)
                .mapToObj(i -> frames.get(i * (frames.size() - 1) / Math.max(1, count - 1)))
                .toList();
    }
}
