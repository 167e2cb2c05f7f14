package doppel.figure;

import doppel.clean.FaceTable;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.swap.ColorMatch;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.knowm.xchart.XYChart;

/**
 * A face of A in the colors of a face of B, with the pixels' lightness before and after.
 *
 * <p>Book: chapter 3, "Improving your data", data matching.
 *
 * @param before A's face
 * @param reference B's face
 * @param after A's face, matched
 * @param mask of both
 */
public record Matching(BufferedImage before, BufferedImage reference, BufferedImage after, Mask mask) {

    private static final int SIDE = 240;

    /**
     * The plainest face of each.
     *
     * @throws IOException if a picture cannot be read
     */
    public static Matching of(FaceTable a, FaceTable b, ColorMatch match) throws IOException {
        var ofA = a.plainest();
        var ofB = b.plainest();
        var before = a.folder().picture(ofA);
        var reference = b.folder().picture(ofB);
        var mask = a.folder().mask(ofA).and(b.folder().mask(ofB));
        return new Matching(before, reference, match.apply(before, reference, mask), mask);
    }

    public Gallery pictures() {
        return Gallery.of()
                .withHeight(SIDE)
                .with("A", before, Ink.A)
                .with("A in the colors of B", after, Ink.GREEN)
                .with("B", reference, Ink.B);
    }

    /** How light the pixels of the three faces are. */
    public XYChart chart() {
        return Distribution.of(
                "lightness of the face's pixels (L*)",
                "pixels (%)",
                List.of("A", "B", "A in the colors of B"),
                lightness(before),
                lightness(reference),
                lightness(after));
    }

    private double[] lightness(BufferedImage picture) {
        var lab = new byte[3 * picture.getWidth() * picture.getHeight()];
        try (var scope = new PointerScope()) {
            var mat = new Mat();
            opencv_imgproc.cvtColor(Mats.of(picture), mat, opencv_imgproc.COLOR_BGR2Lab);
            mat.data().get(lab);
        }
        return IntStream.range(0, lab.length / 3)
                .filter(pixel -> mask.at(pixel % mask.width(), pixel / mask.width()) > 0.5)
                .mapToDouble(pixel -> (lab[3 * pixel] & 255) / 2.55)
                .toArray();
    }
}
