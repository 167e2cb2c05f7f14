package doppel.evaluate;

import doppel.image.Mask;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.train.TrainStep;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Pictures whose every pixel is known, and reports about them. */
final class Pictures {

    private Pictures() {}

    /** The same gray everywhere. */
    static BufferedImage flat(int size, int gray) {
        return formula(size, (x, y) -> gray);
    }

    /** Gray by a formula of x and y. */
    static BufferedImage formula(int size, IntBinaryOperator gray) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                var value = gray.applyAsInt(x, y);
                picture.setRGB(x, y, new Color(value, value, value).getRGB());
            }
        }
        return picture;
    }

    static Mask everywhere(int size) {
        return Mask.filled(size, size, 1);
    }

    /** The left half. */
    static Mask left(int size) {
        var bytes = new byte[size * size];
        for (int y = 0; y < size; y++) {
            Arrays.fill(bytes, y * size, y * size + size / 2, (byte) 255);
        }
        return new Mask(size, size, bytes);
    }

    static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    /** Frames of gray 100 whose truth is 120, and whose swaps come nearer to it frame by frame. */
    static ScoredSet scored(int count) {
        return new ScoredSet(
                IntStream.range(0, count)
                        .mapToObj(i -> ScoredFrame.of(
                                new TruthFrame("frame " + i, flat(128, 100), flat(128, 120), everywhere(128)),
                                flat(128, 110 + i),
                                flat(128, 90),
                                0.6,
                                0.4 + 0.1 * i))
                        .toList(),
                List.of());
    }

    /** Losses of 1 / step and 2 / step. */
    static List<TrainStep> history(int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new TrainStep(step, 0.1 * step, 1f / step, 2f / step, 1e-3, 120))
                .toList();
    }

    static SwapReport report(ScoredSet set, Map<String, Object> options) {
        return new SwapReport(
                set,
                scored(2),
                new RunFacts(999, 75.5, 123.4, 8.25, 250),
                history(999),
                Marks.swap(),
                new Origin(List.of(), options, List.of("actor-a", "actor-b")));
    }
}
