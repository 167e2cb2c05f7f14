package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mats;
import doppel.image.NumberGrid;
import doppel.image.Warp;
import doppel.model.LayerOutput;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One face on its way through a network, left to right: four of the maps of each layer of the encoder, the code, and the
 * face that each side draws from it.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, the encoder and the decoders.
 */
public final class ForwardPass {

    private static final int FACE = 128;
    private static final int TILES = 82;
    private static final int CODE_TALL = 96;
    private static final int LEAST_CODE = 80;
    private static final int GAP = 20;
    private static final int TITLE = 22;
    private static final int CAPTION = 22;
    private static final int LETTERS = 12;

    private ForwardPass() {}

    /** @param face of the size that the network sees */
    public static BufferedImage of(SwapModel model, BufferedImage face) {
        var trace = model.trace(Side.A, face);
        var maps = trace.stream()
                .filter(output -> output.layer().part().equals("encoder"))
                .filter(output -> output.layer().name().equals("leaky"))
                .toList();
        var code = trace.stream()
                .filter(output -> output.layer().part().equals("encoder"))
                .min(Comparator.comparingInt(LayerOutput::size))
                .orElseThrow();
        var codePicture = code(code.maps().get(0));

        var sheet = Brush.paper(
                3 * FACE + maps.size() * (TILES + GAP) + Math.max(LEAST_CODE, codePicture.getWidth()) + 2 * GAP + 8,
                TITLE + FACE + CAPTION);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            var x = 0;
            stage(brush, x, Warp.resize(Mats.bgr(face), FACE, FACE), "it sees", size(face), Ink.TEXT);
            x += FACE;
            for (var output : maps) {
                arrow(brush, x);
                x += GAP;
                stage(brush, x, tiles(output), "", shape(output), Ink.TEXT);
                x += TILES;
            }
            arrow(brush, x);
            x += GAP;
            var margin = (LEAST_CODE - codePicture.getWidth()) / 2;
            stage(brush, x + Math.max(0, margin), codePicture, "code", code.size() + " numbers", Ink.TEXT);
            x += Math.max(LEAST_CODE, codePicture.getWidth());
            arrow(brush, x);
            x += GAP;
            for (var side : Side.values()) {
                var drawn = model.decode(side, List.of(face)).get(0);
                var color = side == Side.A ? Ink.A : Ink.B;
                stage(brush, x, Made.face(drawn, FACE), "drawn as " + side, size(drawn), color);
                x += FACE + 8;
            }
        }
        return sheet;
    }

    private static void stage(Brush brush, int x, BufferedImage picture, String title, String caption, Color color) {
        var middle = x + picture.getWidth() / 2.0;
        brush.picture(picture, new Point(x, TITLE + (FACE - picture.getHeight()) / 2.0));
        brush.letters(title, new Point(middle, TITLE / 2.0), color, LETTERS + 1);
        brush.letters(caption, new Point(middle, TITLE + FACE + CAPTION / 2.0), Ink.TEXT, LETTERS);
    }

    private static void arrow(Brush brush, int x) {
        brush.arrow(new Point(x + 4, TITLE + FACE / 2.0), new Point(x + GAP - 6, TITLE + FACE / 2.0), Ink.TEXT, 1.5);
    }

    /** The first four maps as a square of two by two. */
    private static BufferedImage tiles(LayerOutput output) {
        var tile = TILES / 2 - 1;
        var square = Brush.paper(TILES, TILES);
        var strongest = output.maps().stream()
                .limit(4)
                .mapToDouble(Shades::strongest)
                .max()
                .orElseThrow();
        try (var brush = Brush.on(square, Similarity.identity())) {
            for (int i = 0; i < Math.min(4, output.maps().size()); i++) {
                var map = output.maps().get(i);
                var large = Shades.enlarged(
                        Shades.signed(map, strongest / 2), Math.max(1, (tile + map.width() - 1) / map.width()));
                brush.picture(
                        Warp.resize(large, tile, tile), new Point(i % 2 * (tile + 2), (double) (i / 2) * (tile + 2)));
            }
        }
        return square;
    }

    /** The numbers of the code as a small signed picture, column after column. */
    private static BufferedImage code(NumberGrid row) {
        var numbers = row.width();
        var tall = numbers > 256 ? 32 : 16;
        var folded = new float[numbers];
        var wide = numbers / tall;
        for (int i = 0; i < wide * tall; i++) {
            folded[i % tall * wide + i / tall] = row.at(i, 0);
        }
        return Shades.enlarged(Shades.signed(new NumberGrid(wide, tall, folded)), CODE_TALL / tall);
    }

    private static String size(BufferedImage picture) {
        return "%d × %d × 3".formatted(picture.getWidth(), picture.getHeight());
    }

    private static String shape(LayerOutput output) {
        var shape = output.layer().output();
        return List.of(shape.get(1), shape.get(2), shape.get(0)).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" × "));
    }
}
