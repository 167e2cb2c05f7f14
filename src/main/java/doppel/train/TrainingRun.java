package doppel.train;

import doppel.extract.FaceFolder;
import doppel.provenance.Permit;
import doppel.provenance.Use;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * One training run in the background: start it, watch it, stop it, go on with it another day.
 *
 * <pre>{@code
 * try (var run = TrainingRun.open(folder, a, b, TrainOptions.quick(), permit)) {
 *     run.start(step -> chart.add(step));
 *     run.await();
 * }
 * }</pre>
 *
 * <p>It trains in a thread of its own, so an interrupted cell does it no harm. Opening the same folder again goes on
 * from the newest checkpoint, with the same losses as if it had never stopped.
 *
 * <p>Book: chapter 4, "Training a model"; chapter 6, "Exploring the training code".
 */
public final class TrainingRun implements AutoCloseable {

    private final RunFolder folder;
    private final TrainingLoop loop;
    private final FileChannel lock;
    private Thread thread;
    private volatile RunState state = RunState.READY;
    private volatile boolean stopping;
    private volatile Throwable failure;

    private TrainingRun(RunFolder folder, TrainingLoop loop, FileChannel lock) {
        this.folder = folder;
        this.loop = loop;
        this.lock = lock;
    }

    /**
     * Prepares a new run in {@code folder}, or goes on with the one that is there.
     *
     * @param a faces of the person whom the swap will show
     * @param b faces of the person in the clip that will be painted over
     * @param permit to {@link Use#TRAIN} with both people's faces
     * @throws IllegalStateException if the permit does not hold for a person, if the run in the folder has another
     *     network, other faces, or learns in another way, or if somebody else is training in it; says which
     * @throws IOException if a face cannot be read, or the folder not be written
     */
    public static TrainingRun open(Path folder, FaceFolder a, FaceFolder b, TrainOptions options, Permit permit)
            throws IOException {
        permit.requireUse(Use.TRAIN);
        permit.requirePerson(a.person());
        permit.requirePerson(b.person());
        var crop = options.design().crop();
        return open(new RunFolder(folder), TrainingSide.load(a, crop), TrainingSide.load(b, crop), options);
    }

    static TrainingRun open(RunFolder folder, TrainingSide a, TrainingSide b, TrainOptions options) throws IOException {
        var lock = lock(folder);
        try {
            return new TrainingRun(folder, TrainingLoop.open(folder, a, b, options), lock);
        } catch (IOException | RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /**
     * Begins to train and returns at once.
     *
     * @param progress is told after each step, in the run's own thread; a failure in it ends the run
     * @throws IllegalStateException if it was started before
     */
    public synchronized void start(Consumer<TrainStep> progress) {
        if (thread != null) {
            throw new IllegalStateException("the run %s is %s: open it again to go on with it"
                    .formatted(folder.name(), state.name().toLowerCase(java.util.Locale.ROOT)));
        }
        state = RunState.RUNNING;
        thread = new Thread(() -> train(progress), "training-" + folder.name());
        thread.setDaemon(true); // a process whose own work is done may end
        thread.start();
    }

    /** Asks the run to end after the step it is taking, and to save; returns at once, {@link #await} waits. */
    public void stop() {
        stopping = true;
    }

    /**
     * Waits until the run has ended and all is saved.
     *
     * @return where it is
     * @throws IllegalStateException if it was not started, or a loss was no longer a number
     * @throws IOException if the run failed on the disk
     * @throws InterruptedException if this thread is interrupted; the run goes on
     */
    public RunFolder await() throws IOException, InterruptedException {
        var running = startedThread();
        running.join();
        if (failure instanceof IOException fault) {
            throw fault;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error fault) {
            throw fault;
        }
        if (failure != null) {
            throw new IllegalStateException(
                    "the run %s ended with %s: go on with it".formatted(folder.name(), failure), failure);
        }
        return folder;
    }

    public RunState state() {
        return state;
    }

    /** Steps taken so far, those before a stop included. */
    public int step() {
        return loop.step();
    }

    /** Where it is on disk; readable while it goes on. */
    public RunFolder folder() {
        return folder;
    }

    /** Stops the run if it is still going, waits for it, and frees all. */
    @Override
    public synchronized void close() throws IOException {
        stop();
        var interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        lock.close();
    }

    private synchronized Thread startedThread() {
        if (thread == null) {
            throw new IllegalStateException("the run %s was not started: start it first".formatted(folder.name()));
        }
        return thread;
    }

    private void train(Consumer<TrainStep> progress) {
        try {
            state = loop.run(() -> stopping, progress) ? RunState.FINISHED : RunState.STOPPED;
        } catch (Throwable fault) {
            failure = fault;
            state = RunState.FAILED;
        }
    }

    /** Two runs in one folder would overwrite each other's checkpoints. */
    private static FileChannel lock(RunFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        var channel = FileChannel.open(
                folder.path().resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // another run of this process, which is refused like one of another process
        }
        channel.close();
        throw new IllegalStateException(
                "somebody is training in %s: wait for the end, or choose another folder".formatted(folder.path()));
    }
}
