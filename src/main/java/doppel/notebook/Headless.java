package doppel.notebook;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A wire that leads nowhere: without a page, what is shown is told to a listener, and widgets keep to themselves. */
final class Headless implements Wire {

    private final Consumer<Bundle> shown;

    Headless() {
        this(bundle -> {});
    }

    Headless(Consumer<Bundle> shown) {
        this.shown = shown;
    }

    @Override
    public void display(Bundle bundle, String displayId) {
        shown.accept(bundle);
    }

    @Override
    public void update(String displayId, Bundle bundle) {}

    @Override
    public void open(Channel channel, Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {}

    @Override
    public void send(Channel channel, Map<String, Object> data, List<byte[]> buffers) {}

    @Override
    public void close(Channel channel) {}
}
