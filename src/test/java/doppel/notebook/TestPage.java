package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A wire to a page that remembers all that it is told, and speaks for the person before it. */
final class TestPage implements Wire, AutoCloseable {

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> states = new LinkedHashMap<>();
    private final List<Sent> messages = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    /** A message to a module. */
    record Sent(String id, Map<?, ?> content, List<byte[]> buffers) {}

    /** Takes the place of the page until it is closed. */
    static TestPage open() {
        var page = new TestPage();
        Wire.plug(page);
        return page;
    }

    /** What the newest widget of a module shows, by the keys of its state. */
    synchronized Map<String, Object> shown(String module) {
        return Map.copyOf(states.get(id(module)));
    }

    synchronized String id(String module) {
        return states.entrySet().stream()
                .filter(entry -> ("doppel." + module).equals(entry.getValue().get("_anywidget_id")))
                .map(Map.Entry::getKey)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** The page sets values of the newest widget of a module. */
    void sets(String module, Map<String, Object> values) {
        receive(module, Map.of("method", "update", "state", values, "buffer_paths", List.of()), List.of());
    }

    /** The module sends a message. */
    void says(String module, Map<String, Object> content, byte[]... buffers) {
        receive(module, Map.of("method", "custom", "content", content), List.of(buffers));
    }

    /** A page that is loaded again asks what there is. */
    Sent asksForAll() {
        var control = OpenWidgets.page().control("control");
        control.receiver().accept(Json.mapper().valueToTree(Map.of("method", "request_states")), List.of());
        return messages().get(messages().size() - 1);
    }

    synchronized List<Sent> messages() {
        return List.copyOf(messages);
    }

    synchronized boolean isClosed(String id) {
        return closed.contains(id);
    }

    /** Waits for what another thread does. */
    static void until(BooleanSupplier holds) {
        var end = System.nanoTime() + 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a minute has passed and nothing came");
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private void receive(String module, Map<String, Object> data, List<byte[]> buffers) {
        Channel channel;
        synchronized (this) {
            channel = channels.get(id(module));
        }
        JsonNode message = Json.mapper().valueToTree(data);
        channel.receiver().accept(message, buffers);
    }

    @Override
    public synchronized void open(
            Channel channel, Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
        channels.put(channel.id(), channel);
        states.put(channel.id(), new LinkedHashMap<>());
        take(channel, data, buffers);
    }

    @Override
    public synchronized void send(Channel channel, Map<String, Object> data, List<byte[]> buffers) {
        switch ((String) data.get("method")) {
            case "update" -> take(channel, data, buffers);
            case "custom" -> messages.add(new Sent(channel.id(), (Map<?, ?>) data.get("content"), buffers));
            default -> messages.add(new Sent(channel.id(), data, buffers));
        }
    }

    @Override
    public synchronized void close(Channel channel) {
        closed.add(channel.id());
    }

    @Override
    public void display(Bundle bundle, String displayId) {}

    @Override
    public void update(String displayId, Bundle bundle) {}

    @Override
    public void close() {
        Wire.plug(new Headless());
    }

    private void take(Channel channel, Map<String, Object> data, List<byte[]> buffers) {
        var state = states.get(channel.id());
        ((Map<?, ?>) data.get("state")).forEach((key, value) -> state.put((String) key, value));
        var paths = (List<?>) data.get("buffer_paths");
        for (int i = 0; i < paths.size(); i++) {
            state.put((String) ((List<?>) paths.get(i)).get(0), buffers.get(i));
        }
    }
}
