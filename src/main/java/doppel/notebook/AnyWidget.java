package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A widget whose state lives in Java and whose face is one ES module, {@code NAME.js} (and {@code NAME.css}) beside this
 * class; {@code page.js} and {@code page.css} are put before each.
 *
 * <p>State travels as JSON, {@code byte[]} values of it as binary buffers. Listeners run one after the other in a thread
 * of their own, never in the kernel's; one that fails is reported on the page, and the others go on.
 *
 * <p>Source: Jupyter widget messaging protocol 2.1.0; anywidget's front-end module.
 */
public final class AnyWidget {

    private static final Map<String, Object> NAMES = Map.of(
            "_model_module", "anywidget",
            "_model_name", "AnyModel",
            "_model_module_version", "~0.11.*",
            "_view_module", "anywidget",
            "_view_name", "AnyView",
            "_view_module_version", "~0.11.*");

    private static final Map<String, Object> LAYOUT = Map.of(
            "_model_module", "@jupyter-widgets/base",
            "_model_name", "LayoutModel",
            "_model_module_version", "2.0.0",
            "_view_module", "@jupyter-widgets/base",
            "_view_name", "LayoutView",
            "_view_module_version", "2.0.0");

    /** One for all, so that no two listeners run at once. */
    private static final ExecutorService LISTENERS = oneThread("doppel-widgets");

    /** What takes seconds; while it runs, listeners still answer. */
    private static final ExecutorService LONG_WORK = oneThread("doppel-widgets-long");

    /** Part of a widget's work; what it throws is reported on the page. */
    interface Work {
        void run() throws IOException;
    }

    private final WidgetModel layout;
    private final WidgetModel model;
    private final List<BiConsumer<String, JsonNode>> changes = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<JsonNode, List<byte[]>>> messages = new CopyOnWriteArrayList<>();

    private AnyWidget(String name, Map<String, Object> given) {
        layout = WidgetModel.open(LAYOUT, (data, buffers) -> {});
        var state = new LinkedHashMap<>(NAMES);
        state.put("_dom_classes", List.of());
        state.put("layout", "IPY_MODEL_" + layout.id());
        state.put("_anywidget_id", "doppel." + name);
        state.put("_esm", text("page.js") + text(name + ".js"));
        state.put("_css", text("page.css") + text(name + ".css"));
        state.putAll(given);
        model = WidgetModel.open(state, this::receive);
    }

    /** Opens a widget named after its module; it belongs to the cell that runs. */
    static AnyWidget open(String name, Map<String, Object> state) {
        var widget = new AnyWidget(name, state);
        OpenWidgets.page().add(widget.layout);
        OpenWidgets.page().add(widget.model);
        return widget;
    }

    String id() {
        return model.id();
    }

    /** A value of the state, as Java or the page set it last; a null node if nobody did. */
    JsonNode get(String key) {
        return model.get(key);
    }

    /** Sets values and tells the page. */
    void set(Map<String, Object> values) {
        model.set(values);
    }

    /** Listens to the page setting {@code key}. */
    AnyWidget onChange(String key, Consumer<JsonNode> listener) {
        changes.add((changed, value) -> {
            if (changed.equals(key)) {
                listener.accept(value);
            }
        });
        return this;
    }

    /** Listens to messages that the module sends with {@code model.send(content, undefined, buffers)}. */
    AnyWidget onMessage(BiConsumer<JsonNode, List<byte[]>> listener) {
        messages.add(listener);
        return this;
    }

    /** Does {@code listener} as {@link #aside} does, once the widget is closed. */
    AnyWidget onClose(Work listener) {
        model.onClose(() -> aside(listener));
        return this;
    }

    /** Does what takes long, one after the other in a second thread. */
    void aside(Work work) {
        order(LONG_WORK, work);
    }

    /** Sends a message to the module: {@code model.on("msg:custom", (content, buffers) => …)}. */
    void send(Map<String, Object> content, byte[]... buffers) {
        model.send(content, List.of(buffers));
    }

    /** Says in one sentence below the widget what went wrong, until {@code fault} is set to an empty text. */
    void fault(Throwable fault) {
        var message = fault.getMessage();
        set(Map.of(
                "fault", message == null || message.isBlank() ? fault.getClass().getSimpleName() : message));
    }

    /** Whether the page may still show it. */
    boolean isOpen() {
        return OpenWidgets.page().has(model.id());
    }

    void close() {
        OpenWidgets.page().close(model);
        OpenWidgets.page().close(layout);
    }

    private void receive(JsonNode data, List<byte[]> buffers) {
        switch (data.path("method").asText()) {
            case "update" -> take(data.path("state"), data.path("buffer_paths"), buffers);
            case "request_state" -> model.repeat();
            case "custom" -> {
                var content = data.path("content");
                messages.forEach(listener -> order(LISTENERS, () -> listener.accept(content, buffers)));
            }
            default -> {}
        }
    }

    private void take(JsonNode state, JsonNode paths, List<byte[]> buffers) {
        var values = new LinkedHashMap<String, Object>();
        state.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        for (int i = 0; i < Math.min(paths.size(), buffers.size()); i++) {
            values.put(paths.get(i).path(0).asText(), buffers.get(i));
        }
        model.put(values);
        values.forEach((key, value) -> {
            JsonNode node = Json.mapper().valueToTree(value);
            changes.forEach(listener -> order(LISTENERS, () -> listener.accept(key, node)));
        });
    }

    private void order(ExecutorService thread, Work work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException | Error fault) {
                fault(fault);
            }
        });
    }

    private static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(act -> {
            var thread = new Thread(act, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static String text(String name) {
        try (var stream = AnyWidget.class.getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
