package doppel.train;

import doppel.align.CropOptions;
import doppel.dataset.TrainingFaces;
import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Faces of noise in an oval, to measure steps with: what pictures show does not change what a step costs. */
final class NoiseFaces {

    private static final int FACES = 8;

    private NoiseFaces() {}

    /** @param crop what the network looks at; the pictures are kept in the size of a face folder */
    static TrainingFaces of(CropOptions crop, long seed) {
        var random = new SplittableRandom(seed);
        return of(Stream.generate(() -> picture(random)).limit(FACES).toList(), crop);
    }

    private static TrainingFaces of(List<BufferedImage> pictures, CropOptions crop) {
        return TrainingFaces.of(
                pictures,
                Collections.nCopies(pictures.size(), oval()),
                Collections.nCopies(pictures.size(), landmarks()),
                CropOptions.stored(),
                crop);
    }

    private static BufferedImage picture(SplittableRandom random) {
        var side = CropOptions.stored().size();
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        random.nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    private static Mask oval() {
        var side = CropOptions.stored().size();
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(side * 0.2, side * 0.15, side * 0.6, side * 0.7));
        graphics.dispose();
        return Mask.of(picture);
    }

    /** On a circle, so that the eyes and the mouth are outlines of something. */
    private static Landmarks landmarks() {
        var side = CropOptions.stored().size();
        return new Landmarks(IntStream.range(0, Landmarks.COUNT)
                .mapToDouble(i -> 2 * Math.PI * i / Landmarks.COUNT)
                .mapToObj(angle -> new Point(Math.cos(angle), Math.sin(angle)))
                .map(point -> point.times(side * 0.25).plus(new Point(side / 2.0, side / 2.0)))
                .toList());
    }
}
