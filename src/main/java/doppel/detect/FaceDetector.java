package doppel.detect;

import doppel.compute.ModelFiles;
import doppel.compute.VisionNetwork;
import doppel.geometry.Box;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds faces in a frame.
 *
 * <ol>
 *   <li>Shrink the frame to 192 x 192, with black beside what is not square.
 *   <li>Ask the network for a score, a box and six points in each of 48 x 48 cells.
 *   <li>Average the answers that overlap, each with its score as weight.
 *   <li>If nothing was found, or a face that fills much of the frame, look from twice as far too: large faces are unsure
 *       ground for this network, and the surer of the two answers counts.
 *   <li>If there is still nothing, or the options say so, look closer: the same in overlapping tiles.
 * </ol>
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Book: chapter 5, the detector. Source: V. Bazarevsky et al., "BlazeFace", 2019; MediaPipe's full-range model.
 */
public final class FaceDetector implements AutoCloseable {

    /** Boxes that share more than this are one face. */
    private static final double SAME_FACE = 0.3;

    /** From afar the frame takes this share of the network's square. */
    private static final double FAR = 0.5;

    /** A face that takes more than this share of the frame is large. */
    private static final double LARGE = 0.3;

    private final VisionNetwork network;

    private FaceDetector(VisionNetwork network) {
        this.network = network;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static FaceDetector open(ModelFiles models) {
        return new FaceDetector(VisionNetwork.open(models.file("face-detector")));
    }

    /**
     * @return the faces, the largest box first; empty if there is none
     */
    public List<DetectedFace> detect(BufferedImage frame, DetectOptions options) {
        var seen = look(frame, 1, options);
        var longSide = Math.max(frame.getWidth(), frame.getHeight());
        if (seen.isEmpty() || seen.stream().anyMatch(face -> longerSide(face.box()) > LARGE * longSide)) {
            var both = new ArrayList<>(seen);
            both.addAll(look(frame, FAR, options));
            seen = merged(both);
        }
        if (seen.isEmpty() || options.tiles()) {
            var closer = new ArrayList<>(seen);
            for (var tile : Tile.covering(frame.getWidth(), frame.getHeight())) {
                look(tile.cut(frame), 1, options).stream()
                        .map(tile::inFrame)
                        .filter(tile::holdsWhole)
                        .forEach(closer::add);
            }
            seen = merged(closer);
        }
        var shortSide = Math.min(frame.getWidth(), frame.getHeight());
        return seen.stream()
                .filter(face -> longerSide(face.box()) >= options.minSide() * shortSide)
                .sorted(Comparator.comparingDouble(
                        (DetectedFace face) -> -face.box().area()))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }

    private List<DetectedFace> look(BufferedImage picture, double share, DetectOptions options) {
        var letterbox = Letterbox.of(picture, share);
        return merged(Anchors.read(network.run(letterbox.picture(), 1 / 127.5, 127.5), options.minScore()).stream()
                .map(letterbox::inFrame)
                .toList());
    }

    /** One face for each heap of overlapping ones: the mean, weighted by score, with the best score. */
    private static List<DetectedFace> merged(List<DetectedFace> faces) {
        var left = new ArrayList<>(faces);
        left.sort(Comparator.comparingDouble(face -> -face.score()));
        var merged = new ArrayList<DetectedFace>();
        while (!left.isEmpty()) {
            var best = left.get(0);
            var heap = left.stream()
                    .filter(face -> face == best || same(best.box(), face.box()))
                    .toList();
            left.removeAll(heap);
            merged.add(DetectedFace.mean(heap));
        }
        return merged;
    }

    /** Also true for a small box inside of a large one: a tile that saw half of a face. */
    private static boolean same(Box one, Box other) {
        var smaller = Math.min(one.area(), other.area());
        var inside = smaller == 0 ? 0 : one.shared(other) / smaller;
        return Math.max(one.overlap(other), 0.55 * inside) > SAME_FACE;
    }

    private static double longerSide(Box box) {
        return Math.max(box.width(), box.height());
    }
}
