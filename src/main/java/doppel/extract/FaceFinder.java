package doppel.extract;

import doppel.align.FaceAligner;
import doppel.align.HeadPose;
import doppel.compute.ModelFiles;
import doppel.detect.DetectedFace;
import doppel.detect.FaceDetector;
import doppel.landmark.FoundLandmarks;
import doppel.landmark.LandmarkFinder;
import doppel.mask.FaceMasker;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four steps for one frame.
 *
 * <ol>
 *   <li>Detect: where are faces?
 *   <li>Landmark: where are the eyes, the nose, the mouth?
 *   <li>Align: turn, scale and shift the face to where the mean face is.
 *   <li>Mask: which pixels belong to it?
 * </ol>
 *
 * <p>Serves one thread at a time, others wait; so each worker opens its own.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code".
 */
public final class FaceFinder implements AutoCloseable {

    private final ExtractOptions options;
    private final FaceDetector detector;
    private final LandmarkFinder landmarkFinder;
    private final FaceMasker masker;

    private FaceFinder(
            ExtractOptions options, FaceDetector detector, LandmarkFinder landmarkFinder, FaceMasker masker) {
        this.options = options;
        this.detector = detector;
        this.landmarkFinder = landmarkFinder;
        this.masker = masker;
    }

    /**
     * @param options whose {@code everyNth} does not matter here
     * @throws IllegalStateException if a model file is missing or wrong; says what to do
     */
    public static FaceFinder open(ModelFiles models, ExtractOptions options) {
        return new FaceFinder(options, FaceDetector.open(models), LandmarkFinder.open(models), FaceMasker.open(models));
    }

    /**
     * @return the faces that the options ask for, the largest first; empty if there is none
     */
    public synchronized List<FoundFace> find(BufferedImage frame) {
        Stream<FoundFace> faces =
                detector.detect(frame, options.detect()).stream().flatMap(detected -> find(frame, detected).stream());
        // the stream is lazy: after the largest face that stands up, no other is looked at
        return (options.choice() == FaceChoice.LARGEST ? faces.limit(1) : faces).toList();
    }

    @Override
    public void close() {
        detector.close();
        landmarkFinder.close();
        masker.close();
    }

    /** Steps two to four; nothing if the landmarks say that this is no face. */
    private Optional<FoundFace> find(BufferedImage frame, DetectedFace detected) {
        return landmarkFinder.find(frame, detected).map(found -> finish(frame, detected, found));
    }

    private FoundFace finish(BufferedImage frame, DetectedFace detected, FoundLandmarks found) {
        var toFaceUnits = FaceAligner.toFaceUnits(found.landmarks());
        return new FoundFace(
                detected,
                found.landmarks(),
                toFaceUnits,
                HeadPose.of(found.dense()),
                FaceAligner.align(frame, toFaceUnits, options.crop()),
                masker.mask(frame, found.landmarks(), toFaceUnits, options.crop()));
    }
}
