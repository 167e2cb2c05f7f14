package doppel.notebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the notebook layer needs of a kernel. {@code KernelWire} talks to a real one; without one, outputs go to
 * {@link Headless}, where tests find them.
 */
interface Wire {

    /** Shows a new output below the running cell. */
    void display(Bundle bundle, String displayId);

    /** Replaces an output that was shown with this id, from any thread, also after its cell has ended. */
    void update(String displayId, Bundle bundle);

    /** Opens a channel to the page. */
    void open(Channel channel, Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers);

    /** Sends to the page. */
    void send(Channel channel, Map<String, Object> data, List<byte[]> buffers);

    /** Closes a channel. */
    void close(Channel channel);

    /** The wire in use. */
    static Wire current() {
        return Plug.WIRE.get();
    }

    /** Put in place once, when the kernel starts. */
    static void plug(Wire wire) {
        Plug.WIRE.set(wire);
    }

    /** A notebook has one page, so it has one wire; all static names of {@link Notebook} lead here. */
    final class Plug {
        private static final AtomicReference<Wire> WIRE = new AtomicReference<>(new Headless());

        private Plug() {}
    }
}
