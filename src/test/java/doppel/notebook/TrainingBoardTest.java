package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.train.DrawnRun;
import doppel.train.OptionChange;
import doppel.train.RunState;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrainingBoardTest {

    private static final int ENDLESS = 1_000_000;

    @TempDir
    private Path folder;

    private final Page page = new Page();

    @BeforeEach
    void openThePage() {
        Wire.plug(page);
    }

    @AfterEach
    void closeThePage() {
        Wire.plug(new Headless());
    }

    @Test
    void aMessageStopsTheRunAndTheBoardSaysSo() throws Exception {
        try (var run = DrawnRun.open(folder.resolve("first"), ENDLESS)) {
            run.start(step -> {});
            TrainingBoard.of(run);
            page.says("stop", 0);
            run.await();
            assertEquals(RunState.STOPPED, run.state());
            until(() -> page.shows("ending").startsWith("stopped at step"));
            assertEquals(
                    "stopped at step %,d, saved: the same cell goes on with it".formatted(run.step()),
                    page.shows("ending"));
            assertEquals("false", page.shows("going"));
        }
    }

    @Test
    void slidersChangeRateAndWarpOfTheRun() throws Exception {
        try (var run = DrawnRun.open(folder.resolve("first"), ENDLESS)) {
            run.start(step -> {});
            TrainingBoard.of(run);
            page.says("rate", 0.0004);
            page.says("warp", 0.031);
            until(() -> run.options().learn().augment().warp() == 0.031);
            assertEquals(0.0004, run.options().learningRate());
            until(() -> page.shows("warp").equals("0.031"));
            assertEquals("4.0E-4", page.shows("rate"));
            var asked = run.step();
            until(() -> run.step() > asked + 1); // the step under way may not know of it
            run.stop();
            run.await();
            assertEquals(
                    List.of("learningRate", "learn.augment.warp"),
                    run.folder().changes().stream().map(OptionChange::what).toList());
        }
    }

    @Test
    void whatIsRefusedIsToldBelowTheBoard() throws Exception {
        try (var run = DrawnRun.open(folder.resolve("first"), ENDLESS)) {
            run.start(step -> {});
            TrainingBoard.of(run);
            page.says("rate", 5);
            until(() -> page.shows("fault").startsWith("learningRate must be 1e-7 to 0.1, got 5.0"));
            page.says("save", 0);
            until(() -> page.shows("fault").isEmpty());
        }
    }

    @Test
    void savesAndPreviewsAreAskedFor() throws Exception {
        try (var run = DrawnRun.open(folder.resolve("first"), ENDLESS)) {
            run.start(step -> {});
            TrainingBoard.of(run);
            until(() -> run.step() > 3);
            page.says("save", 0);
            page.says("preview", 0);
            until(() -> run.savedStep().isPresent());
            until(() -> !page.shows("previewStep").isEmpty() && Integer.parseInt(page.shows("previewStep")) > 0);
            var jpeg = (byte[]) page.state.get("preview");
            assertEquals(0xFFD8, ByteBuffer.wrap(jpeg).getChar());
        }
    }

    /** Steps of the tiny network come by the hundred a second; the page hears of them four times at most. */
    @Test
    void thePageIsNotFlooded() throws Exception {
        var begin = System.nanoTime();
        int steps;
        try (var run = DrawnRun.open(folder.resolve("first"), 400)) {
            run.start(step -> {});
            TrainingBoard.of(run);
            run.await();
            until(() -> page.shows("ending").startsWith("finished"));
            steps = run.step();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        assertEquals(400, steps);
        assertTrue(page.looks() <= 4 * seconds + 2, page.looks() + " in " + seconds + " s");
        assertEquals(400 * 5 * Float.BYTES, ((byte[]) page.state.get("losses")).length);
    }

    @Test
    void theLossesTravelAsFewRowsOfFiveNumbers() {
        var history = IntStream.rangeClosed(1, 3000)
                .mapToObj(step -> new TrainStep(step, step, 0.5f, 2f, 1e-3, 100))
                .toList();
        var points = ByteBuffer.wrap(TrainingBoard.points(history))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertEquals(400 * 5, points.remaining());
        var last = new float[5];
        points.position(399 * 5).get(last);
        assertArrayEquals(new float[] {3000, 0.5f, 2f, 0.5f, 2f}, last, 1e-5f);
    }

    @Test
    void theStaticFormIsTextAndOnceThereAreLossesTheirPicture() throws Exception {
        try (var run = DrawnRun.open(folder.resolve("first"), 8)) {
            var before = TrainingBoard.of(run);
            assertEquals(
                    "training first: tiny network, 8 steps, batch 2, learning rate 0.0015, seed 1",
                    before.forms().get(Bundle.TEXT));
            assertTrue(before.picture().isEmpty());
            run.start(step -> {});
            run.await();
            var after = Views.of(run);
            assertEquals(before.forms().get(Bundle.TEXT), after.forms().get(Bundle.TEXT));
            assertTrue(after.picture().isPresent());
            assertTrue(after.forms().containsKey(Bundle.WIDGET));
        }
    }

    @Test
    void aRunGoesOnWhenItsBoardIsClosed() throws Exception {
        try (TrainingRun run = DrawnRun.open(folder.resolve("first"), ENDLESS)) {
            run.start(step -> {});
            OpenWidgets.page().begin("cell 1");
            TrainingBoard.of(run);
            OpenWidgets.page().begin("cell 1");
            OpenWidgets.page().begin("");
            var step = run.step();
            until(() -> run.step() > step + 5);
            assertEquals(RunState.RUNNING, run.state());
            assertFalse(run.folder().previews().isEmpty());
        }
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    /** A page that remembers what it was told about the board, and presses its buttons. */
    private static final class Page implements Wire {

        private final Map<String, Object> state = java.util.Collections.synchronizedMap(new LinkedHashMap<>());
        private final List<Channel> channels = new CopyOnWriteArrayList<>();
        private final List<Object> looks = new CopyOnWriteArrayList<>();

        void says(String act, double value) {
            var content = Map.of("method", "custom", "content", Map.of("act", act, "value", value));
            JsonNode message = Json.mapper().valueToTree(content);
            channels.get(channels.size() - 1).receiver().accept(message, List.of());
        }

        String shows(String key) {
            return String.valueOf(state.getOrDefault(key, ""));
        }

        int looks() {
            return looks.size();
        }

        @Override
        public void open(
                Channel channel, Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
            channels.add(channel);
            take(data, buffers);
        }

        @Override
        public void send(Channel channel, Map<String, Object> data, List<byte[]> buffers) {
            // the board of another test may still be saying its last
            if (channels.contains(channel)) {
                take(data, buffers);
            }
        }

        private void take(Map<String, Object> data, List<byte[]> buffers) {
            var news = (Map<?, ?>) data.get("state");
            news.forEach((key, value) -> state.put(String.valueOf(key), value));
            var paths = (List<?>) data.get("buffer_paths");
            for (int i = 0; i < paths.size(); i++) {
                state.put(String.valueOf(((List<?>) paths.get(i)).get(0)), buffers.get(i));
            }
            if (news.containsKey("looks")) {
                looks.add(news.get("looks"));
            }
        }

        @Override
        public void display(Bundle bundle, String displayId) {}

        @Override
        public void update(String displayId, Bundle bundle) {}

        @Override
        public void close(Channel channel) {}
    }
}
