package doppel.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/**
 * The wire to a real page, through JJava's socket for outputs, which any thread may send to at any time.
 *
 * <p>JJava's own JSON types have one name in its published library and another in the installed kernel. So contents go
 * out as maps and come in as text, and no method with such a type in its signature is called.
 */
final class KernelWire implements Wire {

    private final CommManager comms;
    private final KernelStreams prints;

    KernelWire(CommManager comms, KernelStreams prints) {
        this.comms = comms;
        this.prints = prints;
        // Channels are opened by cells and by background work, while the kernel looks others up.
        var shared = new ConcurrentHashMap<Object, Object>((Map<?, ?>) Graft.get(comms, CommManager.class, "comms"));
        Graft.set(comms, CommManager.class, "comms", shared);
    }

    /** Answers a page that is loaded again and asks which widgets there are. */
    void answerPages() {
        comms.registerTarget(
                OpenWidgets.CONTROL,
                (manager, id, target, request) -> comm(OpenWidgets.page().control(id)));
    }

    @Override
    public void display(Bundle bundle, String displayId) {
        prints.push();
        publish(MessageType.PUBLISH_DISPLAY_DATA, output(bundle, displayId));
    }

    @Override
    public void update(String displayId, Bundle bundle) {
        publish(MessageType.PUBLISH_UPDATE_DISPLAY_DATA, output(bundle, displayId));
    }

    @Override
    public void open(Channel channel, Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
        comms.registerComm(comm(channel));
        publish(
                MessageType.COMM_OPEN_COMMAND,
                Map.of("comm_id", channel.id(), "target_name", channel.target(), "data", data),
                metadata,
                buffers);
    }

    @Override
    public void send(Channel channel, Map<String, Object> data, List<byte[]> buffers) {
        publish(MessageType.COMM_MSG_COMMAND, Map.of("comm_id", channel.id(), "data", data), Map.of(), buffers);
    }

    @Override
    public void close(Channel channel) {
        comms.unregisterComm(channel.id());
        publish(MessageType.COMM_CLOSE_COMMAND, Map.of("comm_id", channel.id(), "data", Map.of()));
    }

    private static Map<String, Object> output(Bundle bundle, String displayId) {
        return Map.of("data", bundle.forms(), "metadata", Map.of(), "transient", Map.of("display_id", displayId));
    }

    private void publish(MessageType<?> type, Map<String, Object> content) {
        publish(type, content, Map.of(), List.of());
    }

    /** Every output belongs to the cell that ran last. A kernel that no page has called yet has nobody to tell. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void publish(
            MessageType<?> type, Map<String, Object> content, Map<String, Object> metadata, List<byte[]> buffers) {
        var socket = (JupyterSocket) Graft.get(comms, CommManager.class, "iopub");
        if (socket != null) {
            var cell = (MessageContext) Graft.get(comms, CommManager.class, "context");
            // JJava waits for a buffer if there is a list, even an empty one.
            socket.sendMessage(new Message(cell, type, finite(content), buffers.isEmpty() ? null : buffers, metadata));
        }
    }

    /** JSON has no word for numbers that are none. */
    private static Object finite(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, Object>();
            map.forEach((key, each) -> copy.put(key, finite(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            list.forEach(each -> copy.add(finite(each)));
            return copy;
        }
        var none = value instanceof Double wide && !Double.isFinite(wide)
                || value instanceof Float narrow && !Float.isFinite(narrow);
        return none ? null : value;
    }

    private Comm comm(Channel channel) {
        return new Comm(comms, channel.id(), channel.target()) {
            @Override
            protected void onMessage(Message<CommMsgCommand> message) {
                var buffers = Optional.ofNullable(message.getBlobs()).orElse(List.of());
                channel.receiver().accept(data(message.getContent()), buffers);
            }

            @Override
            protected void onClose(Message<CommCloseCommand> message, boolean ours) {}
        };
    }

    private static JsonNode data(Object command) {
        try {
            return Json.mapper()
                    .readTree(command.getClass()
                            .getMethod("getData")
                            .invoke(command)
                            .toString());
        } catch (ReflectiveOperationException | JsonProcessingException fault) {
            throw new IllegalStateException("a message of the page cannot be read: " + fault, fault);
        }
    }
}
