package doppel.identity;

import doppel.compute.ModelFiles;
import doppel.compute.VisionNetwork;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Turns a face into its identity.
 *
 * <ol>
 *   <li>Fit eyes, nose tip and corners of the mouth to the five points that the network was trained on.
 *   <li>Cut 112 x 112 pixels.
 *   <li>Ask the network for 512 numbers and bring them to length 1.
 * </ol>
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Source: J. Deng et al., "ArcFace", 2019, and its five-point template.
 */
public final class IdentityRecognizer implements AutoCloseable {

    /** What the network takes, pixels. */
    private static final int SIDE = 112;

    /** Right eye, left eye, nose tip, right and left corner of the mouth, in those pixels. */
    private static final List<Point> TEMPLATE = List.of(
            new Point(38.2946, 51.6963),
            new Point(73.5318, 51.5014),
            new Point(56.0252, 71.7366),
            new Point(41.5493, 92.3655),
            new Point(70.7299, 92.2041));

    private final VisionNetwork network;

    private IdentityRecognizer(VisionNetwork network) {
        this.network = network;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static IdentityRecognizer open(ModelFiles models) {
        return new IdentityRecognizer(VisionNetwork.open(models.file("identity")));
    }

    /**
     * @param picture a frame, or an aligned face
     * @param landmarks in pixels of {@code picture}
     */
    public Identity of(BufferedImage picture, Landmarks landmarks) {
        var toTemplate = Similarity.fit(landmarks.five(), TEMPLATE);
        var chip = Warp.picture(picture, toTemplate, SIDE, SIDE, Warp.Outside.BLACK);
        return new Identity(
                network.run(chip, 1 / 128.0, 127).values().iterator().next());
    }

    @Override
    public void close() {
        network.close();
    }
}
