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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One training run in the background: start it, watch it, steer it, stop it, go on with it another day.
 *
 * <pre>{@code
 * try (var run = TrainingRun.open(folder, a, b, TrainOptions.quick(), starts, permit)) {
 *     run.start(step -> chart.add(step));
 *     run.change(options -> options.withLearningRate(5e-4));
 *     run.await();
 * }
 * }</pre>
 *
 * <p>One thread of its own does all that a run does, from opening to closing: libtorch keeps a team of threads for each
 * thread that calls it, and two teams on the same cores make a step twice as long. Opening the same folder again goes on
 * from the newest checkpoint, with the same losses as if it had never stopped.
 *
 * <p>Book: chapter 4, "Training a model"; chapter 6, "Exploring the training code".
 */
public final class TrainingRun implements AutoCloseable {

    private final RunFolder folder;
    private final TrainingLoop loop;
    private final Requests requests;
    private final ExecutorService own;
    private final FileChannel lock;
    private final Collection<Watching> watchers = new CopyOnWriteArrayList<>();
    private Optional<Future<?>> training = Optional.empty();
    private volatile RunState state = RunState.READY;

    private TrainingRun(RunFolder folder, TrainingLoop loop, Requests requests, ExecutorService own, FileChannel lock) {
        this.folder = folder;
        this.loop = loop;
        this.requests = requests;
        this.own = own;
        this.lock = lock;
    }

    /**
     * Prepares a new run in {@code folder}, or goes on with the one that is there.
     *
     * @param a faces of the person whom the swap will show
     * @param b faces of the person in the clip that will be painted over
     * @param starts where the start of the options is, if it has one
     * @param permit to {@link Use#TRAIN} with both people's faces
     * @throws IllegalArgumentException if the start is of another design
     * @throws IllegalStateException if the permit does not hold for a person, if the run does not fit into memory, if a side has fewer than 25 faces that are
     *     not rejected, if the run in the folder has another
     *     network, other faces, or learns in another way, or if somebody else is training in it; says which
     * @throws IOException if a face cannot be read, or the folder not be written
     */
    public static TrainingRun open(
            Path folder, FaceFolder a, FaceFolder b, TrainOptions options, Starts starts, Permit permit)
            throws IOException {
        permit.requireUse(Use.TRAIN);
        permit.requirePerson(a.person());
        permit.requirePerson(b.person());
        var crop = options.design().crop();
        MemoryForecast.of(options, a.faces().size() + b.faces().size(), a.crop())
                .requireFits();
        return open(new RunFolder(folder), TrainingSide.load(a, crop), TrainingSide.load(b, crop), options, starts);
    }

    static TrainingRun open(RunFolder folder, TrainingSide a, TrainingSide b, TrainOptions options, Starts starts)
            throws IOException {
        var lock = lock(folder);
        var own = Executors.newSingleThreadExecutor(work -> thread(work, "training-" + folder.name()));
        try {
            var decided = starts.decided(options, folder);
            var loop = outcome(own.submit(() -> TrainingLoop.open(folder, a, b, decided, starts)), folder);
            return new TrainingRun(folder, loop, new Requests(folder.name(), decided), own, lock);
        } catch (Throwable fault) {
            own.shutdown();
            lock.close();
            throw fault;
        }
    }

    /**
     * Begins to train and returns at once.
     *
     * @param progress is told after each step, in the run's own thread; a failure in it ends the run, and
     *     {@link #await} throws it. Who only looks on is better told by {@link #watch}
     * @throws IllegalStateException if it was started or closed before
     */
    public synchronized void start(Consumer<TrainStep> progress) {
        if (training.isPresent() || own.isShutdown()) {
            throw new IllegalStateException("the run %s is %s: open it again to go on with it"
                    .formatted(
                            folder.name(), training.isPresent() ? state.name().toLowerCase(Locale.ROOT) : "closed"));
        }
        state = RunState.RUNNING;
        training = Optional.of(own.submit(() -> train(progress)));
    }

    /**
     * Looks on from the next step until the result is closed; possible at any time, also before the start.
     *
     * @param watcher is told after each step, in the run's own thread, so it should be quick; one that fails is not
     *     told again and the run goes on
     */
    public Watching watch(Consumer<TrainStep> watcher) {
        return new Watching(watchers, watcher);
    }

    /** The options as they were last asked for; they hold from the next step on. */
    public TrainOptions options() {
        return requests.options();
    }

    /**
     * Changes options on the way, from the next step on: learning rate, augmentation, budget, intervals. Each change is
     * written down in the run's {@link RunFolder#changes}.
     *
     * @param how makes new options of those that hold
     * @throws IllegalArgumentException if it would be another run, because of its network, seed, batch or losses; says
     *     which
     * @throws IllegalStateException if the run has ended
     */
    public void change(UnaryOperator<TrainOptions> how) {
        requests.change(how);
    }

    /** Asks the run to save after the step it is taking; returns at once. A run that ends has saved. */
    public void save() {
        requests.save();
    }

    /** Asks the run to draw a {@link RunFolder#newestPreview} after the step it is taking; returns at once. */
    public void preview() {
        requests.preview();
    }

    /** Asks the run to end after the step it is taking, and to save; returns at once, {@link #await} waits. */
    public void stop() {
        requests.stop();
    }

    /**
     * Waits until the run has ended and all is saved.
     *
     * @return where it is
     * @throws IllegalStateException if it was not started, or a loss was no longer a number
     * @throws IOException if the run failed on the disk
     * @throws InterruptedException if this thread was interrupted; by then the run has stopped, and all is saved
     */
    public RunFolder await() throws IOException, InterruptedException {
        var running = startedTraining();
        try {
            running.get();
        } catch (InterruptedException interrupt) {
            stop();
            outcome(running, folder);
            Thread.interrupted(); // a second interrupt while it saved asks for what is done
            throw interrupt;
        } catch (ExecutionException failed) {
            throw failure(failed.getCause(), folder);
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

    /** The step that was saved last, from which the run could go on; empty if nothing was saved yet. */
    public OptionalInt savedStep() {
        return loop.savedStep() < 0 ? OptionalInt.empty() : OptionalInt.of(loop.savedStep());
    }

    /** What the newest step did; empty before the first. */
    public Optional<TrainStep> lastStep() {
        return loop.lastRow();
    }

    /** All steps so far, those before a stop included, also the newest that are not on the disk yet. */
    public List<TrainStep> history() {
        return loop.rows();
    }

    /** Where it is on disk; readable while it goes on. */
    public RunFolder folder() {
        return folder;
    }

    /** Stops the run if it is still going, waits for it, and frees all; doing so twice changes nothing. */
    @Override
    public synchronized void close() throws IOException {
        stop();
        if (!own.isShutdown()) {
            var closing = own.submit(loop::close);
            own.shutdown();
            outcome(closing, folder);
            lock.close();
        }
    }

    private synchronized Future<?> startedTraining() {
        return training.orElseThrow(
                () -> new IllegalStateException("the run %s was not started: start it first".formatted(folder.name())));
    }

    private Void train(Consumer<TrainStep> progress) throws IOException, InterruptedException {
        try {
            var finished = loop.run(requests, step -> {
                progress.accept(step);
                watchers.forEach(watching -> watching.tell(step));
            });
            state = finished ? RunState.FINISHED : RunState.STOPPED;
            return null;
        } catch (Throwable fault) {
            requests.end();
            state = RunState.FAILED;
            throw fault;
        }
    }

    /** What came of work in the run's own thread; waits for it even if this thread is interrupted meanwhile. */
    private static <T> T outcome(Future<T> work, RunFolder folder) throws IOException {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException meanwhile) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw failure(failed.getCause(), folder);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Throws what can be thrown as it is; gives the rest in words. */
    private static IllegalStateException failure(Throwable cause, RunFolder folder) throws IOException {
        if (cause instanceof IOException fault) {
            throw fault;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        if (cause instanceof Error fault) {
            throw fault;
        }
        return new IllegalStateException(
                "the run %s ended with %s: go on with it".formatted(folder.name(), cause), cause);
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true); // a process whose own work is done may end
        return thread;
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
