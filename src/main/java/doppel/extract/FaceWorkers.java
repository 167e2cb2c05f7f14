package doppel.extract;

import doppel.compute.ModelFiles;
import doppel.media.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;

/**
 * As many threads as there are cores, each with networks of its own, that find the faces of frames and store their
 * pictures.
 *
 * <p>While they work, OpenCV does not split its own loops over threads: whole frames side by side are faster.
 */
final class FaceWorkers implements AutoCloseable {

    /** More would wait for the one thread that decodes. */
    private static final int MOST = 8;

    private final int count;
    private final FaceStore store;
    private final ExecutorService threads;
    private final BlockingQueue<FaceFinder> idle;
    private final List<FaceFinder> opened = new ArrayList<>();
    private final int openCvThreads = opencv_core.getNumThreads();

    private FaceWorkers(int count, FaceStore store) {
        this.count = count;
        this.store = store;
        this.threads = Executors.newFixedThreadPool(count);
        this.idle = new ArrayBlockingQueue<>(count);
    }

    static FaceWorkers open(ModelFiles models, ExtractOptions options, FaceStore store) {
        var workers = new FaceWorkers(Math.min(MOST, Runtime.getRuntime().availableProcessors()), store);
        try {
            for (int i = 0; i < workers.count; i++) {
                workers.opened.add(FaceFinder.open(models, options));
            }
        } catch (RuntimeException missing) {
            workers.close();
            throw missing;
        }
        workers.idle.addAll(workers.opened);
        opencv_core.setNumThreads(1);
        return workers;
    }

    /** How many frames under way keep every worker busy. */
    int ahead() {
        return 2 * count;
    }

    Future<FrameFaces> look(Frame frame) {
        return threads.submit(() -> {
            var finder = idle.take();
            try {
                return store.put(frame, finder.find(frame.picture()));
            } finally {
                idle.add(finder);
            }
        });
    }

    /** Drops what has not begun, waits for what has, then frees the networks. */
    @Override
    public void close() {
        threads.shutdownNow();
        var interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                // not now: a worker that still runs must not lose its network
                interrupted = true;
            }
        }
        opened.forEach(FaceFinder::close);
        opencv_core.setNumThreads(openCvThreads);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
