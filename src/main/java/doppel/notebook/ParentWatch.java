package doppel.notebook;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Leaves with the server that started this kernel, also when that was killed and could not say goodbye. */
final class ParentWatch {

    /** Set by the server to its process id. */
    static final String VARIABLE = "JPY_PARENT_PID";

    private static final int PAUSE_MILLISECONDS = 1000;

    private ParentWatch() {}

    /** Watches in the background, if there is a server. */
    static void begin() {
        Optional.ofNullable(System.getenv(VARIABLE)).map(Long::valueOf).ifPresent(server -> {
            var parent = parent();
            var thread = new Thread(() -> watch(server, parent), "doppel-parent");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void watch(long server, long parent) {
        // A killed server that nobody buries still has its id, but its children have another parent.
        while (isAlive(server) && parent() == parent) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException stop) {
                return;
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
