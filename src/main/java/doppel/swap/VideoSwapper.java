package doppel.swap;

import doppel.extract.FaceFinder;
import doppel.media.Clip;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.FrameReader;
import doppel.media.MarkedWriter;
import doppel.model.SwapModel;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Permit;
import doppel.provenance.Sha256;
import doppel.provenance.Use;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Swaps a whole clip: every frame comes out, with a face swapped or as it was, in order, with its time and the sound.
 *
 * <p>Workers find and swap faces while this thread reads and writes, so all cores are busy. The book leaves out frames
 * without a face; the numbering then has gaps, and the sound runs away from the lips.
 *
 * <p>Book: chapter 7, "Getting hands-on with the convert code" and "Creating the video from images".
 */
public final class VideoSwapper implements AutoCloseable {

    /** Frames that wait for a worker, for each worker: enough that none is idle, few enough for any frame size. */
    private static final int AHEAD = 2;

    private final SwapModel model;
    private final SwapOptions options;
    private final BlockingQueue<FaceFinder> finders;
    private final List<FaceFinder> opened = new ArrayList<>();

    /**
     * @param model is borrowed
     * @param finders opens one finder a worker; they are closed with this swapper
     * @param workers how many frames are worked on at once, 1 or more; usual: the cores
     */
    public VideoSwapper(SwapModel model, Supplier<FaceFinder> finders, int workers, SwapOptions options) {
        this.model = model;
        this.options = options;
        this.finders = new ArrayBlockingQueue<>(workers);
        try {
            for (int i = 0; i < workers; i++) {
                opened.add(finders.get());
            }
        } catch (RuntimeException missing) {
            close();
            throw missing;
        }
        this.finders.addAll(opened);
    }

    /**
     * @param target a clip, or a folder of pictures; is left as it is
     * @param output an MP4 file; replaced only when the new one is whole
     * @param permit to {@link Use#SWAP} everyone whose face is used
     * @param origin what the manifest tells
     * @param progress is told after each frame
     * @throws IOException if the target cannot be read, or the output not be written; nothing half-made stays
     */
    public SwappedClip swap(Path target, Path output, Permit permit, Origin origin, Consumer<SwapStep> progress)
            throws IOException {
        permit.requireUse(Use.SWAP);
        origin.consents().forEach(permit::requirePerson);
        if (Files.exists(output) && Files.exists(target) && Files.isSameFile(target, output)) {
            throw new IllegalArgumentException(
                    "the swap of %s would overwrite it: write to another file".formatted(target));
        }
        var start = System.nanoTime();
        var written = 0;
        var swapped = 0;
        var workers = Executors.newFixedThreadPool(opened.size());
        try (var reader = FrameReader.open(target)) {
            Queue<Future<Painted>> ahead = new ArrayDeque<>();
            fill(ahead, reader, workers);
            if (ahead.isEmpty()) {
                throw new IOException("%s has no frame that can be read: %s".formatted(target, reader.damaged()));
            }
            var first = result(ahead.peek()).frame;
            try (var writer =
                    MarkedWriter.clip(output, format(target, reader, first.picture()), Marks.swap(), origin)) {
                while (!ahead.isEmpty()) {
                    var painted = result(ahead.remove());
                    writer.write(painted.frame);
                    written++;
                    swapped += painted.swapped ? 1 : 0;
                    fill(ahead, reader, workers);
                    progress.accept(new SwapStep(
                            written, Math.max(written, reader.estimatedFrames()), swapped, secondsSince(start)));
                }
                writer.finish();
            }
            var name = output.getFileName().toString();
            var clip = new SwappedClip(
                    name,
                    Sha256.of(output),
                    origin.inputs(),
                    options,
                    written,
                    swapped,
                    reader.damaged(),
                    secondsSince(start));
            clip.write(output);
            return clip;
        } finally {
            end(workers);
        }
    }

    /** Waits for workers under way: the networks that they use are freed after this. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        var interrupted = false;
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        opened.forEach(FaceFinder::close);
    }

    private record Painted(Frame frame, boolean swapped) {}

    private void fill(Queue<Future<Painted>> ahead, FrameReader reader, ExecutorService workers) throws IOException {
        while (ahead.size() < AHEAD * opened.size()) {
            var frame = reader.next();
            if (frame.isEmpty()) {
                return;
            }
            ahead.add(workers.submit(() -> paint(frame.get())));
        }
    }

    private Painted paint(Frame frame) throws InterruptedException {
        var finder = finders.take();
        try {
            var swapper = new FaceSwapper(model, finder, options);
            return finder.find(frame.picture()).stream()
                    .findFirst()
                    .map(face ->
                            painted(frame, swapper.steps(frame.picture(), face).composite()))
                    .orElse(new Painted(frame, false));
        } finally {
            finders.add(finder);
        }
    }

    private static Painted painted(Frame frame, BufferedImage picture) {
        return new Painted(new Frame(frame.number(), frame.seconds(), picture, frame.name()), true);
    }

    private static Painted result(Future<Painted> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the swap was stopped: nothing was written");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UncheckedIOException(new IOException(failed.getCause()));
        }
    }

    /** As the target is: size, rate, sound. */
    private static ClipFormat format(Path target, FrameReader reader, BufferedImage first) throws IOException {
        return Files.isDirectory(target)
                ? ClipFormat.of(first.getWidth(), first.getHeight(), reader.framesPerSecond())
                : ClipFormat.like(Clip.probe(target));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
