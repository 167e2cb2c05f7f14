package doppel.extract;

import doppel.align.FaceAligner;
import doppel.align.HeadPose;
import doppel.compute.ModelFiles;
import doppel.detect.FaceDetector;
import doppel.landmark.LandmarkFinder;
import doppel.mask.FaceMasker;
import doppel.media.Frame;
import doppel.media.FrameReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;

/** Times the steps of {@link FaceFinder} one by one, on one core, in processor time. */
final class StageClock {

    /** Enough for a steady mean, few enough for a long clip. */
    private static final int MOST_FRAMES = 100;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<ExtractStage, Long> nanos = new EnumMap<>(ExtractStage.class);
    private final ExtractOptions options = ExtractOptions.standard();
    private long last;

    private StageClock() {}

    static Map<ExtractStage, Double> time(ModelFiles models, Path clip, Path folder) throws IOException {
        var threads = opencv_core.getNumThreads();
        opencv_core.setNumThreads(1);
        try (var reader = FrameReader.open(clip);
                var detector = FaceDetector.open(models);
                var finder = LandmarkFinder.open(models);
                var masker = FaceMasker.open(models)) {
            return new StageClock().time(reader, detector, finder, masker, new FaceStore(new FolderLayout(folder)));
        } finally {
            opencv_core.setNumThreads(threads);
        }
    }

    private Map<ExtractStage, Double> time(
            FrameReader reader, FaceDetector detector, LandmarkFinder finder, FaceMasker masker, FaceStore store)
            throws IOException {
        var frames = 0;
        last = clock.getCurrentThreadCpuTime();
        for (var frame = reader.next(); frame.isPresent() && frames < MOST_FRAMES; frame = reader.next()) {
            frames++;
            time(frame.get(), detector, finder, masker, store);
        }
        var millis = new EnumMap<ExtractStage, Double>(ExtractStage.class);
        for (var stage : ExtractStage.values()) {
            millis.put(stage, nanos.getOrDefault(stage, 0L) / 1e6 / Math.max(1, frames));
        }
        return millis;
    }

    private void time(Frame frame, FaceDetector detector, LandmarkFinder finder, FaceMasker masker, FaceStore store)
            throws IOException {
        lap(ExtractStage.DECODE);
        var picture = frame.picture();
        var detected = detector.detect(picture, options.detect());
        lap(ExtractStage.DETECT);
        if (detected.isEmpty()) {
            return;
        }
        var found = finder.find(picture, detected.get(0));
        lap(ExtractStage.LANDMARK);
        if (found.isEmpty()) {
            return;
        }
        var landmarks = found.get().landmarks();
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var pose = HeadPose.of(found.get().dense());
        var aligned = FaceAligner.align(picture, toFaceUnits, options.crop());
        lap(ExtractStage.ALIGN);
        var mask = masker.mask(picture, landmarks, toFaceUnits, options.crop());
        lap(ExtractStage.MASK);
        store.put(frame, List.of(new FoundFace(detected.get(0), landmarks, toFaceUnits, pose, aligned, mask)));
        lap(ExtractStage.WRITE);
    }

    /** Books the time since the last call under {@code stage}. */
    private void lap(ExtractStage stage) {
        var now = clock.getCurrentThreadCpuTime();
        nanos.merge(stage, now - last, Long::sum);
        last = now;
    }
}
