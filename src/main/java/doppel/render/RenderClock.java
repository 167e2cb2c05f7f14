package doppel.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the seconds of each stage over the pictures of one thread. */
public final class RenderClock {

    private final Map<RenderStage, Double> seconds = new EnumMap<>(RenderStage.class);
    private long last;

    /** The seconds of each stage so far, in the order of the stages. */
    public Map<RenderStage, Double> seconds() {
        return Collections.unmodifiableMap(seconds);
    }

    void start() {
        last = System.nanoTime();
    }

    /** Books the time since the last call under {@code stage}. */
    void lap(RenderStage stage) {
        var now = System.nanoTime();
        seconds.merge(stage, (now - last) / 1e9, Double::sum);
        last = now;
    }
}
