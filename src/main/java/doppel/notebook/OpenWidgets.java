package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that the page may show: a page that is loaded again gets them back, and a cell that runs again first closes
 * those of its last run.
 *
 * <p>Source: Jupyter widget messaging protocol 2.1.0, control messages.
 */
final class OpenWidgets {

    /** The channel on which a new page asks what there is. */
    static final String CONTROL = "jupyter.widget.control";

    private static final OpenWidgets PAGE = new OpenWidgets();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private String cell = "";

    /** A model and the cell that opened it. */
    private record Entry(WidgetModel model, String cell) {}

    private OpenWidgets() {}

    /** A notebook has one page. */
    static OpenWidgets page() {
        return PAGE;
    }

    /**
     * A cell begins to run: what its last run opened is closed, and what is opened from now on is its own.
     *
     * @param id the cell's, which the front end sends along; empty if it does not, and then nothing is closed
     */
    void begin(String id) {
        for (var model : ofCell(id)) {
            close(model);
        }
        synchronized (this) {
            cell = id;
        }
    }

    /** The page's end of a control channel that it has opened: answers {@code request_states}. */
    Channel control(String id) {
        var channel = new Channel[1];
        channel[0] = new Channel(id, CONTROL, (data, buffers) -> answer(channel[0], data));
        return channel[0];
    }

    synchronized void add(WidgetModel model) {
        entries.put(model.id(), new Entry(model, cell));
    }

    void close(WidgetModel model) {
        boolean known;
        synchronized (this) {
            known = entries.remove(model.id()) != null;
        }
        if (known) {
            model.close();
        }
    }

    synchronized boolean has(String id) {
        return entries.containsKey(id);
    }

    private synchronized List<WidgetModel> ofCell(String id) {
        return entries.values().stream()
                .filter(entry -> !id.isEmpty() && entry.cell().equals(id))
                .map(Entry::model)
                .toList();
    }

    private synchronized List<WidgetModel> all() {
        return entries.values().stream().map(Entry::model).toList();
    }

    private void answer(Channel control, JsonNode data) {
        if (!data.path("method").asText().equals("request_states")) {
            return;
        }
        var states = new LinkedHashMap<String, Object>();
        var paths = new ArrayList<List<String>>();
        var buffers = new ArrayList<byte[]>();
        for (var model : all()) {
            var parts = model.parts();
            var state = parts.plain();
            states.put(
                    model.id(),
                    Map.of(
                            "model_name", state.get("_model_name"),
                            "model_module", state.get("_model_module"),
                            "model_module_version", state.get("_model_module_version"),
                            "state", state));
            parts.paths().forEach(path -> paths.add(List.of(model.id(), "state", path.get(0))));
            buffers.addAll(parts.buffers());
        }
        Wire.current()
                .send(control, Map.of("method", "update_states", "states", states, "buffer_paths", paths), buffers);
    }
}
