package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.model.Layer;
import doppel.model.ModelDesign;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Where the parameters of networks are: a bar a layer, one column a network, each drawn to its own scale.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI".
 */
public final class ParameterBars {

    private static final int COLUMN = 300;
    private static final int BAR = 108;
    private static final int ROW = 21;
    private static final int HEAD = 48;
    private static final int LETTERS = 12;

    private ParameterBars() {}

    public static BufferedImage of(ModelDesign... designs) {
        var rows = 0;
        for (var design : designs) {
            rows = Math.max(rows, learning(design).size());
        }
        var sheet = Brush.paper(designs.length * COLUMN, HEAD + rows * ROW + 4);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            for (int i = 0; i < designs.length; i++) {
                column(brush, designs[i], i * COLUMN);
            }
        }
        return sheet;
    }

    private static void column(Brush brush, ModelDesign design, int left) {
        brush.words(
                "%s: %,d parameters".formatted(design.name(), design.parameters()),
                new Point(left, 14),
                Ink.TEXT,
                LETTERS + 2);
        var layers = learning(design);
        var most = layers.stream().mapToLong(Layer::parameters).max().orElseThrow();
        var part = "";
        for (int row = 0; row < layers.size(); row++) {
            var layer = layers.get(row);
            var y = HEAD + (row + 0.5) * ROW;
            var color = color(layer.part());
            if (!layer.part().equals(part)) {
                part = layer.part();
                brush.words(part, new Point(left, y), color, LETTERS);
            }
            brush.words(shortName(layer), new Point(left + 58, y), Ink.TEXT, LETTERS);
            var start = left + 116;
            var length = Math.max(1.5, (double) BAR * layer.parameters() / most);
            brush.fill(
                    List.of(
                            new Point(start, y - 7),
                            new Point(start + length, y - 7),
                            new Point(start + length, y + 7),
                            new Point(start, y + 7)),
                    color);
            brush.words(amount(layer.parameters()), new Point(start + length + 5, y), Ink.TEXT, LETTERS - 1);
        }
    }

    private static List<Layer> learning(ModelDesign design) {
        return design.layers().stream().filter(layer -> layer.parameters() > 0).toList();
    }

    /** Its first word: convolution, linear, upscale. */
    private static String shortName(Layer layer) {
        var word = layer.name().split("[ :]")[0];
        return word.equals("convolution") ? "conv" : word;
    }

    private static Color color(String part) {
        return switch (part) {
            case "side A" -> Ink.A;
            case "side B" -> Ink.B;
            case "encoder" -> Ink.GREEN;
            default -> Ink.PURPLE;
        };
    }

    private static String amount(long parameters) {
        return parameters >= 1_000_000
                ? "%.1f M".formatted(parameters / 1e6)
                : parameters >= 10_000 ? "%.0f k".formatted(parameters / 1e3) : "%,d".formatted(parameters);
    }
}
