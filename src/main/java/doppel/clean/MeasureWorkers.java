package doppel.clean;

import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.identity.IdentityRecognizer;
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
 * As many threads as there are cores, each with an identity network of its own, that measure faces.
 *
 * <p>While they work, OpenCV does not split its own loops over threads: whole faces side by side are faster.
 */
final class MeasureWorkers implements AutoCloseable {

    /** More would wait for the disk. */
    private static final int MOST = 8;

    private final FaceFolder folder;
    private final ExecutorService threads;
    private final BlockingQueue<IdentityRecognizer> idle;
    private final List<IdentityRecognizer> opened = new ArrayList<>();
    private final int openCvThreads = opencv_core.getNumThreads();

    private MeasureWorkers(FaceFolder folder, int count) {
        this.folder = folder;
        this.threads = Executors.newFixedThreadPool(count);
        this.idle = new ArrayBlockingQueue<>(count);
    }

    /**
     * @param faces there are to measure, 1 or more
     * @throws IllegalStateException if the identity model is missing; says what to do
     */
    static MeasureWorkers open(FaceFolder folder, ModelFiles models, int faces) {
        var count = Math.min(faces, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        var workers = new MeasureWorkers(folder, count);
        try {
            for (int i = 0; i < count; i++) {
                workers.opened.add(IdentityRecognizer.open(models));
            }
        } catch (RuntimeException missing) {
            workers.close();
            throw missing;
        }
        workers.idle.addAll(workers.opened);
        opencv_core.setNumThreads(1);
        return workers;
    }

    Future<FaceMeasures> measure(FaceRecord face) {
        return threads.submit(() -> {
            var recognizer = idle.take();
            try {
                return FaceMeasures.of(folder, face, recognizer);
            } finally {
                idle.add(recognizer);
            }
        });
    }

    /** Waits for what has begun, then frees the networks. No thread is interrupted: that would pass for damage. */
    @Override
    public void close() {
        threads.shutdown();
        var interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                // not now: a worker that still runs must not lose its network
                interrupted = true;
            }
        }
        opened.forEach(IdentityRecognizer::close);
        opencv_core.setNumThreads(openCvThreads);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
