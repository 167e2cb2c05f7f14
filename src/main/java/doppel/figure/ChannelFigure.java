package doppel.figure;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import doppel.mask.HullMask;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/**
 * One face in right and in exchanged colors, each with the landmarks that the network found in it: it never complains.
 *
 * <p>Book: chapter 5, the mask network, which is fed blue for red.
 *
 * @param frame in right colors
 * @param right landmarks found in it
 * @param wrong landmarks found in {@link #exchanged} of it
 */
public record ChannelFigure(BufferedImage frame, Landmarks right, Landmarks wrong) {

    private static final int SIDE = 256;

    /** A copy in which blue and red have changed places. */
    public static BufferedImage exchanged(BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var color = picture.getRGB(x, y);
                copy.setRGB(x, y, color & 0x00FF00 | (color & 0xFF) << 16 | color >> 16 & 0xFF);
            }
        }
        return copy;
    }

    /** How far the landmarks move, on average, in percent of the distance between the eyes. */
    public double shift() {
        return IntStream.range(0, Landmarks.COUNT)
                        .mapToDouble(i ->
                                right.points().get(i).distanceTo(wrong.points().get(i)))
                        .average()
                        .orElse(0)
                / right.eyeDistance()
                * 100;
    }

    /** How much of the two hulls is common, 0 to 1. */
    public double overlap() {
        return hull(right).overlap(hull(wrong));
    }

    public BufferedImage draw() {
        var crop = CropOptions.stored().withSize(SIDE);
        var toFaceUnits = FaceAligner.toFaceUnits(right);
        var face = FaceAligner.align(frame, toFaceUnits, crop);
        var fooled = exchanged(face.picture());
        var row = Gallery.of()
                .withHeight(SIDE)
                .with("red, green, blue", marked(face.picture(), right, face.toCrop()))
                .with("blue, green, red", marked(fooled, wrong, face.toCrop()));
        return Caption.below(
                row.draw(),
                "landmarks move by %.1f %% of the eyes' distance; hulls overlap %.3f".formatted(shift(), overlap()));
    }

    private Mask hull(Landmarks landmarks) {
        var crop = CropOptions.stored();
        return HullMask.of(landmarks.through(FaceAligner.toFaceUnits(right).then(crop.fromFaceUnits())), crop.size());
    }

    private static BufferedImage marked(BufferedImage picture, Landmarks landmarks, Similarity toCrop) {
        return Overlay.on(picture)
                .enlargedTo(SIDE)
                .landmarks(landmarks.through(toCrop))
                .draw();
    }
}
