package doppel.mask;

import doppel.align.CropOptions;
import doppel.compute.ModelFiles;
import doppel.compute.VisionNetwork;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import java.awt.image.BufferedImage;

/**
 * Tells a person from the background, in a crop around one face.
 *
 * <p>The network was made for video calls, head and shoulders, so it looks at a crop wider than the face. It has no
 * idea of hair or hands: what is in front of the background is person.
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Book: chapter 8, "The power of masking images". Source: MediaPipe's selfie segmentation.
 */
public final class PersonMasker implements AutoCloseable {

    /** What the network takes and gives: head and shoulders, whatever the crop shows. */
    private static final CropOptions VIEW = new CropOptions(256, 0.35, 0.1);

    private static final String PERSON = "activation_10"; // (1, 1, 256, 256), 0 to 1

    private final VisionNetwork network;

    private PersonMasker(VisionNetwork network) {
        this.network = network;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static PersonMasker open(ModelFiles models) {
        return new PersonMasker(VisionNetwork.open(models.file("person-mask")));
    }

    /**
     * @param frame the whole frame, since the network looks beyond the crop
     * @param toFaceUnits from pixels of {@code frame} to face units
     * @param crop that the mask is for
     * @return {@code size x size}: 1 on a person, 0 on the background
     */
    public Mask mask(BufferedImage frame, Similarity toFaceUnits, CropOptions crop) {
        var toView = toFaceUnits.then(VIEW.fromFaceUnits());
        var view = Warp.picture(frame, toView, VIEW.size(), VIEW.size(), Warp.Outside.EDGE);
        var person = mask(network.run(view, 1 / 255.0, 0).get(PERSON));
        var toCrop = VIEW.fromFaceUnits().inverse().then(crop.fromFaceUnits());
        return Warp.mask(person, toCrop, crop.size(), crop.size(), Warp.Outside.EDGE);
    }

    @Override
    public void close() {
        network.close();
    }

    private static Mask mask(float[] shares) {
        var bytes = new byte[shares.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, shares[i])));
        }
        return new Mask(VIEW.size(), VIEW.size(), bytes);
    }
}
