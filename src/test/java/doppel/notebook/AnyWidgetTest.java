package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyWidgetTest {

    private static final byte[] BYTES = {1, 2, 3};

    private final TestPage page = TestPage.open();

    @AfterEach
    void unplug() {
        page.close();
        OpenWidgets.page().begin("");
    }

    @Test
    void numbersTravelAsJsonAndBytesAsBuffers() {
        var widget = AnyWidget.open("Test", Map.of("number", 3, "words", List.of("a", "b"), "file", BYTES));
        var shown = page.shown("Test");
        assertEquals(3, shown.get("number"));
        assertEquals(List.of("a", "b"), shown.get("words"));
        assertArrayEquals(BYTES, (byte[]) shown.get("file"));
        assertEquals(widget.id(), page.id("Test"));
    }

    @Test
    void thePageHearsOnlyWhatWasSet() {
        var widget = AnyWidget.open("Test", Map.of("number", 3, "file", BYTES));
        widget.set(Map.of("number", 4));
        assertEquals(4, page.shown("Test").get("number"));
        assertEquals(4, widget.get("number").asInt());
        assertTrue(widget.get("nothing").isNull());
    }

    @Test
    void aListenerHearsWhatThePageSets() {
        var heard = new CopyOnWriteArrayList<Integer>();
        var widget = AnyWidget.open("Test", Map.of("number", 3, "other", 0));
        widget.onChange("number", value -> heard.add(value.asInt()));
        page.sets("Test", Map.of("number", 7));
        page.sets("Test", Map.of("other", 8));
        page.sets("Test", Map.of("number", 9));
        TestPage.until(() -> heard.size() == 2);
        assertEquals(List.of(7, 9), heard);
        assertEquals(8, widget.get("other").asInt());
    }

    @Test
    void messagesCarryBuffersBothWays() {
        var widget = AnyWidget.open("Test", Map.of());
        widget.onMessage((content, buffers) -> widget.send(Map.of("answer", content.path("ask")), buffers.get(0)));
        page.says("Test", Map.of("ask", "more"), BYTES);
        TestPage.until(() -> !page.messages().isEmpty());
        var answer = page.messages().get(0);
        assertEquals(Map.of("answer", "more"), answer.content());
        assertArrayEquals(BYTES, answer.buffers().get(0));
    }

    @Test
    void aListenerThatFailsIsReportedAndTheOthersGoOn() {
        var heard = new CopyOnWriteArrayList<Integer>();
        AnyWidget.open("Test", Map.of())
                .onChange("number", value -> {
                    throw new IllegalStateException("number must be even, got 3; try 4");
                })
                .onChange("number", value -> heard.add(value.asInt()));
        page.sets("Test", Map.of("number", 3));
        TestPage.until(() -> heard.size() == 1);
        assertEquals("number must be even, got 3; try 4", page.shown("Test").get("fault"));
    }

    @Test
    void aPageThatIsLoadedAgainGetsEveryModelWithItsState() {
        var widget = AnyWidget.open("Test", Map.of("number", 3, "file", BYTES));
        widget.set(Map.of("number", 5));
        var answer = page.asksForAll();
        var states = (Map<?, ?>) answer.content().get("states");
        var model = (Map<?, ?>) states.get(widget.id());
        assertEquals("anywidget", model.get("model_module"));
        var state = (Map<?, ?>) model.get("state");
        assertEquals(5, state.get("number"));
        assertFalse(state.containsKey("file"));
        var paths = (List<?>) answer.content().get("buffer_paths");
        var at = paths.indexOf(List.of(widget.id(), "state", "file"));
        assertArrayEquals(BYTES, answer.buffers().get(at));
        var layout = ((String) state.get("layout")).replace("IPY_MODEL_", "");
        assertEquals("LayoutModel", ((Map<?, ?>) states.get(layout)).get("model_name"));
    }

    @Test
    void aCellThatRunsAgainClosesWhatItsLastRunOpened() {
        OpenWidgets.page().begin("cell 1");
        var first = AnyWidget.open("Test", Map.of());
        OpenWidgets.page().begin("cell 2");
        var other = AnyWidget.open("Test", Map.of());
        OpenWidgets.page().begin("cell 1");
        assertTrue(page.isClosed(first.id()));
        assertFalse(first.isOpen());
        assertFalse(page.isClosed(other.id()));
        assertTrue(other.isOpen());
        assertFalse(((Map<?, ?>) page.asksForAll().content().get("states")).containsKey(first.id()));
    }

    @Test
    void cellsWithoutANameCloseNothing() {
        OpenWidgets.page().begin("");
        var widget = AnyWidget.open("Test", Map.of());
        OpenWidgets.page().begin("");
        assertTrue(widget.isOpen());
    }

    @Test
    void whatWasClosedIsOpenedAgainWhenItIsShownAgain() {
        OpenWidgets.page().begin("cell 1");
        var slot = new WidgetSlot(() -> AnyWidget.open("Test", Map.of()));
        var first = slot.get();
        assertEquals(first.id(), slot.get().id());
        OpenWidgets.page().begin("cell 1");
        assertTrue(slot.get().isOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Playground", "BeforeAfter", "FaceGallery", "ClipPlayer", "CameraRecorder"})
    void everyWidgetHasItsModuleAndItsStyle(String module) {
        AnyWidget.open(module, Map.of());
        var shown = page.shown(module);
        var source = (String) shown.get("_esm");
        assertEquals(1, source.split("export default", -1).length - 1);
        assertTrue(source.startsWith("// What every module of Doppel needs"));
        assertFalse(source.contains("http"), "a module loads nothing from elsewhere");
        assertTrue(((String) shown.get("_css")).contains(".doppel"));
    }
}
