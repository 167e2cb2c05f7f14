package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A map of values that Java and the page share: what one side sets, the other hears.
 *
 * <p>Values are plain (text, numbers, lists, maps), or {@code byte[]}, which travels as a binary buffer.
 *
 * <p>Source: Jupyter widget messaging protocol 2.1.0.
 */
final class WidgetModel {

    static final String TARGET = "jupyter.widget";
    private static final Map<String, Object> PROTOCOL = Map.of("version", "2.1.0");

    private final Channel channel;
    private final Map<String, Object> state = new LinkedHashMap<>();
    private volatile Runnable closing = () -> {};

    private WidgetModel(BiConsumer<JsonNode, List<byte[]>> receiver) {
        channel = new Channel(UUID.randomUUID().toString().replace("-", ""), TARGET, receiver);
    }

    /**
     * @param state what the page begins with, the names of the page's own classes included
     * @param receiver is told what the page sends
     */
    static WidgetModel open(Map<String, Object> state, BiConsumer<JsonNode, List<byte[]>> receiver) {
        var model = new WidgetModel(receiver);
        model.put(state);
        var parts = Parts.of(model.state);
        Wire.current().open(model.channel, parts.asMap(), PROTOCOL, parts.buffers());
        return model;
    }

    String id() {
        return channel.id();
    }

    synchronized JsonNode get(String key) {
        return Json.mapper().valueToTree(state.get(key));
    }

    /** Takes over what the page has set. */
    synchronized void put(Map<String, Object> values) {
        values.forEach((key, value) -> state.put(key, plain(value)));
    }

    /** Sets values and tells the page; in one piece, so that the page hears the last value last. */
    synchronized void set(Map<String, Object> values) {
        put(values);
        var changed = new LinkedHashMap<>(state);
        changed.keySet().retainAll(values.keySet());
        update(Parts.of(changed));
    }

    /** Tells the page everything once more. */
    synchronized void repeat() {
        update(parts());
    }

    void send(Map<String, Object> content, List<byte[]> buffers) {
        Wire.current().send(channel, Map.of("method", "custom", "content", plain(content)), buffers);
    }

    /** Is run once this is closed, by a cell that runs again or by {@link AnyWidget#close}. */
    void onClose(Runnable listener) {
        closing = listener;
    }

    void close() {
        Wire.current().close(channel);
        closing.run();
    }

    synchronized Parts parts() {
        return Parts.of(state);
    }

    private void update(Parts parts) {
        var data = new LinkedHashMap<>(parts.asMap());
        data.put("method", "update");
        Wire.current().send(channel, data, parts.buffers());
    }

    private static Object plain(Object value) {
        return value instanceof byte[] ? value : Json.mapper().convertValue(value, Object.class);
    }

    /**
     * State as it travels.
     *
     * @param plain what fits into JSON
     * @param paths the keys of the buffers
     * @param buffers the binary values
     */
    record Parts(Map<String, Object> plain, List<List<String>> paths, List<byte[]> buffers) {

        static Parts of(Map<String, Object> state) {
            var parts = new Parts(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
            state.forEach((key, value) -> {
                if (value instanceof byte[] bytes) {
                    parts.paths.add(List.of(key));
                    parts.buffers.add(bytes);
                } else {
                    parts.plain.put(key, value);
                }
            });
            return parts;
        }

        Map<String, Object> asMap() {
            return Map.of("state", plain, "buffer_paths", paths);
        }
    }
}
