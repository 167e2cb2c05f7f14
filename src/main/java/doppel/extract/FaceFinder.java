package doppel.extract;

import doppel.align.HeadPose;
import doppel.compute.ModelFiles;
import doppel.detect.DetectedFace;
import doppel.detect.FaceDetector;
import doppel.geometry.Box;
import doppel.landmark.LandmarkFinder;
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
    private final FaceCutter cutter;

    private FaceFinder(
            ExtractOptions options, FaceDetector detector, LandmarkFinder landmarkFinder, FaceCutter cutter) {
        this.options = options;
        this.detector = detector;
        this.landmarkFinder = landmarkFinder;
        this.cutter = cutter;
    }

    /**
     * @param options whose {@code everyNth} does not matter here
     * @throws IllegalStateException if a model file is missing or wrong; says what to do
     */
    public static FaceFinder open(ModelFiles models, ExtractOptions options) {
        return new FaceFinder(
                options,
                FaceDetector.open(models),
                LandmarkFinder.open(models),
                FaceCutter.open(models, options.crop()));
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

    /**
     * The face in a box that somebody drew, where the detector saw none or saw it in the wrong place.
     *
     * @param box around brows to chin and from cheek to cheek, in frame pixels
     * @return nothing if the landmarks say that there is no face
     */
    public synchronized Optional<FoundFace> find(BufferedImage frame, Box box) {
        return find(frame, DetectedFace.drawn(box));
    }

    @Override
    public void close() {
        detector.close();
        landmarkFinder.close();
        cutter.close();
    }

    /** Steps two to four; nothing if the landmarks say that this is no face. */
    private Optional<FoundFace> find(BufferedImage frame, DetectedFace detected) {
        return landmarkFinder
                .find(frame, detected)
                .map(found -> cutter.cut(frame, detected, found.landmarks(), HeadPose.of(found.dense())));
    }
}
