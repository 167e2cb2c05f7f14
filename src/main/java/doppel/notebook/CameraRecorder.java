package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.Workbench;
import doppel.align.HeadPose;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.extract.FoundFace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records a person with the camera of the browser: consent first, then a script of poses and expressions with a ring that
 * fills as they are seen.
 *
 * <p>Frames become {@code data/footage/ALIAS/frame-NNNNNN.jpg} while they come, and at the end one clip
 * {@code data/footage/ALIAS.mp4} with its manifest beside. They stay on this machine.
 *
 * <p>Book: chapter 3, gathering footage; chapter 2, consent.
 */
public final class CameraRecorder implements Displayable {

    private final Workbench bench;
    private final WidgetSlot slot = new WidgetSlot(this::open);

    /** Somebody who agreed is being recorded. */
    private record Session(Recording recording, Coverage coverage, FaceFinder finder) {}

    /** A frame to measure. */
    private record Look(Session session, BufferedImage picture, ScriptStep step) {}

    private volatile Optional<Session> session = Optional.empty();

    private CameraRecorder(Workbench bench) {
        this.bench = bench;
    }

    /** Records into the bench's project, and puts the consent on file there. */
    public static CameraRecorder of(Workbench bench) {
        return new CameraRecorder(bench);
    }

    /** Its static form is the script. */
    @Override
    public Bundle display() {
        var lines = Arrays.stream(ScriptStep.values())
                .map(step -> "%s (%d s): %s".formatted(step.title(), step.seconds(), step.words()))
                .toList();
        var items = lines.stream().map(line -> Markup.of("li", line)).toArray();
        var head = "camera recorder: consent first, then %d steps".formatted(lines.size());
        return Bundle.text(head + "\n" + String.join("\n", lines))
                .withHtml(Markup.of("div", head, Markup.of("ol", items)).html())
                .withWidget(slot.get());
    }

    private AnyWidget open() {
        var state = new LinkedHashMap<>(start());
        state.put(
                "script",
                Arrays.stream(ScriptStep.values()).map(CameraRecorder::face).toList());
        state.put("until", LocalDate.now().plusYears(1).toString());
        var widget = AnyWidget.open("CameraRecorder", state);
        var looks = new Newest<Look>(look -> measure(widget, look), widget::fault);
        return widget.onMessage((message, buffers) -> act(widget, looks, message, buffers))
                .onClose(() -> session.ifPresent(this::close));
    }

    private static Map<String, Object> start() {
        return Map.of(
                "phase", "consent",
                "coverage", new Coverage().shares(),
                "seen", "",
                "taken", 0,
                "length", 0,
                "clip", "",
                "fault", "");
    }

    private static Map<String, Object> face(ScriptStep step) {
        return Map.of("title", step.title(), "words", step.words(), "seconds", step.seconds());
    }

    private void act(AnyWidget widget, Newest<Look> looks, JsonNode message, List<byte[]> buffers) {
        try {
            switch (message.path("act").asText()) {
                case "consent" -> widget.aside(() -> begin(widget, message));
                case "frame" -> looks.order(take(widget, message, buffers));
                case "stop" -> stop(widget);
                case "again" -> widget.set(start());
                default -> {}
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault.getMessage(), fault);
        }
    }

    private void begin(AnyWidget widget, JsonNode form) throws IOException {
        if (!widget.isOpen()) {
            return;
        }
        if (session.isPresent()) {
            throw new IllegalStateException("a recording is under way: stop it before the next one");
        }
        var consent = ConsentForm.read(form, LocalDate.now());
        var finder = FaceFinder.open(bench.models(), ExtractOptions.standard());
        try {
            session = Optional.of(new Session(Recording.begin(bench, consent), new Coverage(), finder));
        } catch (IOException | RuntimeException refused) {
            finder.close();
            throw refused;
        }
        widget.set(Map.of("phase", "ready", "fault", ""));
    }

    private Look take(AnyWidget widget, JsonNode message, List<byte[]> buffers) throws IOException {
        var now = session.orElseThrow(
                () -> new IllegalStateException("nothing is recorded without consent: fill in the form first"));
        requireReady(widget);
        var steps = ScriptStep.values();
        var step = steps[Math.max(0, Math.min(message.path("step").asInt(), steps.length - 1))];
        return new Look(
                now, now.recording.take(buffers.get(0), message.path("seconds").asDouble()), step);
    }

    /** The pose of a few frames a second: of the newest, each time that one is done. */
    private void measure(AnyWidget widget, Look look) {
        var now = look.session;
        Optional<HeadPose> pose;
        // the finder serves one thread at a time, and is closed at the end
        synchronized (now) {
            if (!session.equals(Optional.of(now))) {
                return;
            }
            pose = now.finder.find(look.picture).stream().map(FoundFace::pose).findFirst();
        }
        pose.ifPresent(angles -> now.coverage.add(look.step, angles));
        widget.set(Map.of(
                "coverage", now.coverage.shares(),
                "seen", pose.map(CameraRecorder::words).orElse("no face: come into the light"),
                "taken", now.recording.frames(),
                "length", now.recording.length()));
    }

    private static String words(HeadPose pose) {
        return "yaw %d°, pitch %d°".formatted(Math.round(pose.yaw()), Math.round(pose.pitch()));
    }

    /** The frames that came before are in; those that come while the clip is made are not. */
    private void stop(AnyWidget widget) {
        var now = session.orElseThrow(() -> new IllegalStateException("nothing was recorded: fill in the form first"));
        requireReady(widget);
        widget.set(Map.of("phase", "writing", "taken", now.recording.frames()));
        widget.aside(() -> finish(widget, now));
    }

    private void finish(AnyWidget widget, Session now) throws IOException {
        try {
            var clip = bench.project().relativize(now.recording.finish());
            close(now);
            widget.set(Map.of("phase", "done", "fault", "", "clip", clip.toString()));
        } catch (IOException | RuntimeException | Error failed) {
            // the frames are there, so that stopping can be tried again
            widget.set(Map.of("phase", "ready"));
            throw failed;
        }
    }

    /** Ends a session; its frames stay. */
    private void close(Session now) {
        synchronized (now) {
            session = Optional.empty();
            now.finder.close();
        }
    }

    private static void requireReady(AnyWidget widget) {
        if (!widget.get("phase").asText().equals("ready")) {
            throw new IllegalStateException("the clip is being made: wait until it is done");
        }
    }
}
