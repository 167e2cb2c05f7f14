package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.evaluate.LossCurve;
import doppel.image.PictureFile;
import doppel.train.Losses;
import doppel.train.OptionChange;
import doppel.train.PreviewSheet;
import doppel.train.RunState;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training run as it goes: both losses, the newest preview, speed and time left, and the knobs that act on it.
 *
 * <p>The run is looked at from a thread of the board's own, at most four times a second, so that it learns as fast as
 * without a board. The board ends with the run, or when its cell runs again; the run does not end with the board.
 */
final class TrainingBoard {

    private static final long PAUSE_MILLISECONDS = 250;
    private static final long LONGEST_PAUSE_MILLISECONDS = 1000;

    /** A look that took long is followed by a pause so many times as long. */
    private static final long CALM = 60;

    /** More points than this are closer than pixels. */
    private static final int MOST_POINTS = 400;

    private static final int FIELDS = 5;

    private final TrainingRun run;
    private final AnyWidget widget;
    private final BoardWords words;
    private Optional<Map<String, Object>> shown = Optional.empty();
    private Optional<Path> preview = Optional.empty();
    private long looks;

    private TrainingBoard(TrainingRun run) {
        this.run = run;
        this.words = new BoardWords(run);
        this.widget = AnyWidget.open("TrainingBoard", state());
        widget.onMessage((message, buffers) -> act(message));
    }

    /** Its static form is the losses, if the run has any yet. */
    static Bundle of(TrainingRun run) {
        var board = new TrainingBoard(run);
        board.follow();
        var still = Bundle.text(board.words.still());
        var history = run.history();
        var drawn = history.isEmpty() ? still : still.withPicture(picture(history, run));
        return drawn.withWidget(board.widget);
    }

    private void follow() {
        var thread = new Thread(this::lookOn, "training-board");
        thread.setDaemon(true);
        thread.start();
    }

    private void lookOn() {
        try {
            while (widget.isOpen()) {
                var last = ended(); // asked first, so that the last look sees all
                var begin = System.nanoTime();
                look();
                if (last) {
                    return;
                }
                Thread.sleep(pause((System.nanoTime() - begin) / 1_000_000));
            }
        } catch (InterruptedException nobody) {
            Thread.currentThread().interrupt();
        }
    }

    private static long pause(long took) {
        return Math.min(LONGEST_PAUSE_MILLISECONDS, Math.max(PAUSE_MILLISECONDS, CALM * took));
    }

    /** Tells the page what is new. */
    private synchronized void look() {
        try {
            var next = state();
            var before = shown.orElse(Map.of());
            if (!next.equals(before)) {
                shown = Optional.of(next);
                var news = new LinkedHashMap<>(next);
                news.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
                news.putAll(picturesOf(run.history()));
                news.putAll(newPreview());
                news.put("looks", ++looks);
                widget.set(news);
            }
        } catch (IOException | RuntimeException fault) {
            widget.fault(fault);
        }
    }

    /** What fits on a line each; anything new here means that all else is new too. */
    private Map<String, Object> state() {
        var options = run.options();
        var state = new LinkedHashMap<String, Object>();
        state.put("name", run.folder().name());
        state.put("facts", words.facts());
        state.put("ending", words.ending());
        state.put("going", !ended());
        state.put("done", words.done());
        state.put("rate", options.learningRate());
        state.put("firstRate", words.firstRate());
        state.put("warp", options.learn().augment().warp());
        return state;
    }

    private Map<String, Object> picturesOf(List<TrainStep> history) throws IOException {
        return Map.of(
                "losses", points(history),
                "changes",
                        run.folder().changes().stream()
                                .filter(OptionChange::ofLearning)
                                .map(change -> List.of(change.step(), change.words()))
                                .toList());
    }

    private Map<String, Object> newPreview() throws IOException {
        var newest = run.folder().newestPreview();
        if (newest.equals(preview) || newest.isEmpty()) {
            return Map.of();
        }
        preview = newest;
        return Map.of(
                "preview", WebPicture.jpeg(PictureFile.read(newest.get())),
                "previewStep", PreviewSheet.step(newest.get()));
    }

    /** Step, losses of A and B as they were, both smoothed: 32-bit, row after row. */
    static byte[] points(List<TrainStep> history) {
        var raw = Losses.thinned(history, MOST_POINTS);
        var smooth = Losses.thinned(Losses.smoothed(history), MOST_POINTS);
        var bytes = ByteBuffer.allocate(raw.size() * FIELDS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < raw.size(); i++) {
            bytes.putFloat(raw.get(i).step())
                    .putFloat(raw.get(i).lossA())
                    .putFloat(raw.get(i).lossB())
                    .putFloat(smooth.get(i).lossA())
                    .putFloat(smooth.get(i).lossB());
        }
        return bytes.array();
    }

    private void act(JsonNode message) {
        var value = message.path("value").asDouble();
        switch (message.path("act").asText()) {
            case "stop" -> run.stop();
            case "save" -> run.save();
            case "preview" -> run.preview();
            case "rate" -> run.change(options -> options.withLearningRate(value));
            case "warp" -> run.change(options -> withWarp(options, value));
            default ->
                throw new IllegalArgumentException("a board stops, saves, draws a preview, or changes rate and"
                        + " warp, got \"%s\"".formatted(message.path("act").asText()));
        }
        widget.set(Map.of("fault", ""));
        look();
    }

    private boolean ended() {
        return run.state() != RunState.READY && run.state() != RunState.RUNNING;
    }

    private static TrainOptions withWarp(TrainOptions options, double warp) {
        var learn = options.learn();
        return options.withLearn(learn.withAugment(learn.augment().withWarp(warp)));
    }

    private static BufferedImage picture(List<TrainStep> history, TrainingRun run) {
        try {
            var curve = LossCurve.of(history).withChanges(run.folder().changes());
            return ChartView.draw(curve.chart());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
