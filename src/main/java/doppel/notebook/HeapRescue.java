package doppel.notebook;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * Keeps the kernel alive when a cell uses up the heap.
 *
 * <p>A full heap ends whichever thread asks for memory next, and those that talk to the page ask all the time. So a
 * reserve is held that Java gives back just before the heap is full; at that moment the variables that the cell has made
 * are cleared, because they are what holds the memory. Variables of other cells stay.
 */
final class HeapRescue {

    /** Share of the heap, enough for the moment that clearing takes. */
    private static final int RESERVE_SHARE = 16;

    private static final int LOOK_MILLISECONDS = 500;

    /** A cell that fails frees its own memory within seconds. */
    private static final int PATIENCE_SECONDS = 20;

    /** Less is no heap to work with. */
    private static final int LEAST_BYTES = 8 << 20;

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

    private final Supplier<JShell> shell;
    private final Consumer<VarSnippet> clear;
    private final ReferenceQueue<byte[]> given = new ReferenceQueue<>();
    private final Set<String> cleared = new TreeSet<>();
    private SoftReference<byte[]> reserve = new SoftReference<>(new byte[0], given);
    private Set<VarSnippet> older = Set.of();
    private volatile boolean full;

    /**
     * @param shell where the cells' variables are
     * @param clear sets a variable to null, without much memory
     */
    HeapRescue(Supplier<JShell> shell, Consumer<VarSnippet> clear) {
        this.shell = shell;
        this.clear = clear;
        var watch = new Thread(this::watch, "doppel-heap");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }

    /** A cell begins. */
    synchronized void begin() {
        if (full || reserve.get() == null || reserve.get().length == 0) {
            reserve = new SoftReference<>(new byte[(int) (Runtime.getRuntime().maxMemory() / RESERVE_SHARE)], given);
        }
        full = false;
        cleared.clear();
        older = shell.get()
                .variables()
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    /** Whether the heap was full since the cell began. */
    boolean isFull() {
        return full;
    }

    /** Frees what it can, and says what to do. */
    synchronized String rescue() {
        full = true;
        reserve.clear();
        own().forEach(variable -> {
            clear.accept(variable);
            cleared.add(variable.name());
        });
        var heap = "the cell needs more memory than the kernel has, %,d MB: "
                .formatted(Runtime.getRuntime().maxMemory() >> 20);
        return cleared.isEmpty()
                ? heap + "restart the kernel if it does not answer, and work on fewer values at a time"
                : heap
                        + "what it made (%s) is cleared; work on fewer values at a time"
                                .formatted(String.join(", ", cleared));
    }

    private List<VarSnippet> own() {
        return shell.get()
                .variables()
                .filter(variable -> !older.contains(variable) && !PRIMITIVES.contains(variable.typeName()))
                .toList();
    }

    private void watch() {
        try {
            while (true) {
                if (given.remove(LOOK_MILLISECONDS) == reserve) {
                    relieve();
                }
                // A soft reference that nobody looks at is given back early.
                reserve.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A kernel that stays full cannot even say so; the server starts one anew that has left. */
    private void relieve() throws InterruptedException {
        try {
            rescue();
        } catch (OutOfMemoryError late) {
            full = true;
        }
        if (cleared.isEmpty()) {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            leaveIfFull();
        }
    }

    private static void leaveIfFull() {
        try {
            Objects.checkIndex(0, new byte[LEAST_BYTES].length);
        } catch (OutOfMemoryError still) {
            Runtime.getRuntime().halt(1);
        }
    }
}
