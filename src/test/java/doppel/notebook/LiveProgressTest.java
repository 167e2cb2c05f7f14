package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Onlooker;
import doppel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private final Wire before = Wire.current();
    private final Page page = new Page();

    @AfterEach
    void unplug() {
        Wire.plug(before);
    }

    @Test
    void theWorkbenchFindsIt() {
        assertTrue(ServiceLoader.load(Onlooker.class).stream()
                .anyMatch(provider -> provider.type().equals(LiveProgress.class)));
    }

    @Test
    void anActIsOneOutputThatEndsWithItsCount() {
        Wire.plug(page);
        try (var watch = new LiveProgress().begin("extract actor-a")) {
            for (int i = 1; i <= 720; i++) {
                watch.accept(new Progress(i, 720, "frames", 43.2, i + " faces"));
            }
        }
        assertEquals(1, page.shown.size());
        assertEquals("extract actor-a: 1 of 720 frames", page.shown.get(0));
        assertEquals("extract actor-a: 720 frames", page.updated.get(page.updated.size() - 1));
        // 720 steps within milliseconds are no reason for 720 updates
        assertTrue(page.updated.size() < 100, page.updated.size() + " updates");
    }

    @Test
    void anActThatFindsItsWorkDoneShowsNothing() {
        Wire.plug(page);
        new LiveProgress().begin("extract actor-a").close();
        assertEquals(List.of(), page.shown);
    }

    @Test
    void nobodyIsShownAnythingWithoutAPage() {
        var seen = new ArrayList<Bundle>();
        Wire.plug(new Headless(seen::add));
        try (var watch = new LiveProgress().begin("extract actor-a")) {
            watch.accept(new Progress(1, 2, "frames", 1, ""));
        }
        assertEquals(List.of(), seen);
    }

    @Test
    void ratesAreOnThePageAndNotInTheText() {
        var ended = ProgressLine.ended("swap first", new Progress(360, 360, "frames", 31.4, "360 swapped"));
        assertEquals("swap first: 360 frames", ended.forms().get(Bundle.TEXT));
        assertTrue(ended.forms().get(Bundle.HTML).toString().contains("31 a second"));
    }

    @Test
    void anUnknownEndHasNoTimeLeft() {
        var running = ProgressLine.running("swap first", new Progress(10, 0, "frames", 5, ""));
        assertEquals("swap first: 10 frames", running.forms().get(Bundle.TEXT));
        assertFalse(running.forms().get(Bundle.HTML).toString().contains("left"));
    }

    @Test
    void timeLeftFollowsFromTheRate() {
        var running = ProgressLine.running("swap first", new Progress(100, 350, "frames", 10, ""));
        assertTrue(running.forms().get(Bundle.HTML).toString().contains("25 s left"));
    }

    /** Keeps the texts that it is told. */
    private static final class Page implements Wire {
        private final List<String> shown = new ArrayList<>();
        private final List<String> updated = new ArrayList<>();

        @Override
        public void display(Bundle bundle, String displayId) {
            shown.add(bundle.forms().get(Bundle.TEXT).toString());
        }

        @Override
        public void update(String displayId, Bundle bundle) {
            updated.add(bundle.forms().get(Bundle.TEXT).toString());
        }

        @Override
        public void open(Channel channel, Map<String, Object> data, Map<String, Object> about, List<byte[]> buffers) {}

        @Override
        public void send(Channel channel, Map<String, Object> data, List<byte[]> buffers) {}

        @Override
        public void close(Channel channel) {}
    }
}
