package doppel.extract;

import doppel.media.DamagedFrame;
import doppel.media.Frame;
import doppel.media.FrameReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One stretch of an extraction, from start or resume to the end or a stop.
 *
 * <ol>
 *   <li>Read the frames one after the other, leaving out those that the folder already knows.
 *   <li>Let the workers find the faces of several frames at once.
 *   <li>Write what they found in the order of the clip.
 * </ol>
 */
final class Extraction {

    private final FrameReader reader;
    private final FaceWorkers workers;
    private final FaceJournal journal;
    private final int everyNth;
    private final Consumer<ExtractStep> progress;
    private final int first;
    private final int framesBefore;
    private final long start = System.nanoTime();
    private final Queue<Future<FrameFaces>> underWay = new ArrayDeque<>();
    private int damaged;

    Extraction(
            FrameReader reader,
            FaceWorkers workers,
            FaceJournal journal,
            int everyNth,
            Consumer<ExtractStep> progress) {
        this.reader = reader;
        this.workers = workers;
        this.journal = journal;
        this.everyNth = everyNth;
        this.progress = progress;
        this.first = journal.next();
        this.framesBefore = journal.counts().frames();
    }

    void run() throws IOException {
        for (var frame = next(); frame.isPresent(); frame = next()) {
            addDamaged();
            add(frame.get());
            writeUntil(workers.ahead());
        }
        addDamaged();
        writeUntil(0);
        stopIfInterrupted();
    }

    /** An interrupt breaks off the reading of a file, which must not pass for damage. */
    private Optional<Frame> next() throws IOException {
        try {
            return reader.next();
        } finally {
            stopIfInterrupted();
        }
    }

    private void add(Frame frame) {
        if (wanted(frame.number())) {
            underWay.add(workers.look(frame));
        }
    }

    /** What the reader had to leave out since the last call. */
    private void addDamaged() {
        var all = reader.damaged();
        for (var frame : all.subList(damaged, all.size())) {
            if (wanted(frame.number())) {
                underWay.add(CompletableFuture.completedFuture(faceless(frame)));
            }
        }
        damaged = all.size();
    }

    private boolean wanted(int number) {
        return number >= first && number % everyNth == 0;
    }

    private FrameFaces faceless(DamagedFrame frame) {
        var seconds = frame.number() / reader.framesPerSecond();
        return new FrameFaces(new FrameRecord(frame.number(), seconds, 0, frame.reason()), List.of());
    }

    private void writeUntil(int left) throws IOException {
        while (underWay.size() > left) {
            stopIfInterrupted();
            journal.add(result(underWay.remove()));
            progress.accept(step());
        }
    }

    private FrameFaces result(Future<FrameFaces> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw stopped();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof IOException disk) {
                throw disk;
            }
            throw new IllegalStateException(
                    "frame %d could not be searched for faces (%s): leave it out, or tell us"
                            .formatted(journal.next(), fault.getCause()),
                    fault.getCause());
        }
    }

    private void stopIfInterrupted() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
    }

    private InterruptedIOException stopped() {
        return new InterruptedIOException(
                "the extraction was stopped at frame %d: extract again to go on from there".formatted(journal.next()));
    }

    private ExtractStep step() {
        var seconds = (System.nanoTime() - start) / 1e9;
        var counts = journal.counts();
        return new ExtractStep(
                counts,
                (reader.estimatedFrames() + everyNth - 1) / everyNth,
                (counts.frames() - framesBefore) / seconds);
    }
}
