package doppel.evaluate;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FoundFace;
import doppel.geometry.Point;
import doppel.swap.FaceBlender;
import doppel.swap.SwapOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Swaps without a network: pastes the face of person A whose expression and pose are nearest to the target's.
 *
 * <p>Nearest means the least squared distance between the aligned inner landmarks. It is carried over, matched in color
 * and blended exactly as a decoded face is, so that the difference between the two is what the network learned.
 */
public final class WarpPaste {

    private final FaceFolder faces;
    private final FaceBlender blender;

    /**
     * @param faces of person A
     * @param options of the swap that this is compared with
     * @throws IllegalArgumentException if the folder holds no face
     */
    public WarpPaste(FaceFolder faces, SwapOptions options) {
        if (faces.faces().isEmpty()) {
            throw new IllegalArgumentException(faces.path() + " holds no face to paste: extract person A's clip first");
        }
        this.faces = faces;
        this.blender = new FaceBlender(options);
    }

    /**
     * A new frame with person A's nearest face over {@code target}.
     *
     * @throws IOException if A's picture is missing or damaged
     */
    public BufferedImage paste(BufferedImage frame, FoundFace target) throws IOException {
        var shape = target.toFaceUnits().apply(target.landmarks().inner());
        var nearest = faces.faces().stream()
                .min(Comparator.comparingDouble(face -> distance(shape(face), shape)))
                .orElseThrow();
        return blender.blend(frame, target, faces.picture(nearest), faces.crop());
    }

    private static List<Point> shape(FaceRecord face) {
        return face.toFaceUnits().apply(face.landmarks().inner());
    }

    private static double distance(List<Point> one, List<Point> other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += Math.pow(one.get(i).distanceTo(other.get(i)), 2);
        }
        return sum;
    }
}
