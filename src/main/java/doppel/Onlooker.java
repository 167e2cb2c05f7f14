package doppel;

import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Somebody who watches the acts of a {@link Workbench} that are called without a listener: in a notebook, a bar that
 * grows below the cell. Found by {@link ServiceLoader}, so that the workbench knows nothing of notebooks.
 */
public interface Onlooker {

    /**
     * An act begins.
     *
     * @param act a few words, for example {@code extract actor-a}
     * @return is told how far the act is, from any thread; {@link Watch#close} when it ends, well or not
     */
    Watch begin(String act);

    /** One act being watched. */
    interface Watch extends Consumer<Progress>, AutoCloseable {
        @Override
        void close();
    }

    /** All that are installed. */
    static Watch beginAll(String act) {
        var watches = ServiceLoader.load(Onlooker.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(onlooker -> onlooker.begin(act))
                .toList();
        return new Watch() {
            @Override
            public void accept(Progress progress) {
                watches.forEach(watch -> watch.accept(progress));
            }

            @Override
            public void close() {
                watches.forEach(Watch::close);
            }
        };
    }
}
