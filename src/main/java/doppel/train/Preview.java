package doppel.train;

import doppel.dataset.TrainingFaces;
import doppel.image.Warp;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same faces, drawn again and again while the network learns: columns A, A as A, A as B, B, B as B, B as A.
 *
 * <p>The bar above a column has the color of the person that the network was asked to show. The book draws one row, of
 * faces that happen to be in the batch, so no two of its previews can be compared.
 *
 * <p>Book: chapter 6, "Exploring the training code", previews.
 */
final class Preview {

    private static final int ENLARGEMENT = 2;
    private static final int BLUE = new Color(0x0072B2).getRGB();
    private static final int VERMILION = new Color(0xD55E00).getRGB();
    private static final int[] SHOWN = {BLUE, BLUE, VERMILION, VERMILION, VERMILION, BLUE};

    private final List<BufferedImage> a;
    private final List<BufferedImage> b;

    Preview(TrainingFaces a, TrainingFaces b) {
        this.a = spread(a);
        this.b = spread(b);
    }

    BufferedImage draw(SwapModel model) {
        return grid(List.of(
                a,
                model.decode(Side.A, a),
                model.decode(Side.B, a),
                b,
                model.decode(Side.B, b),
                model.decode(Side.A, b)));
    }

    /** Faces from the whole clip, first to last; a few again if there are fewer than rows. */
    private static List<BufferedImage> spread(TrainingFaces faces) {
        return IntStream.range(0, PreviewSheet.ROWS)
                .mapToObj(row -> faces.picture(row * (faces.size() - 1) / (PreviewSheet.ROWS - 1)))
                .toList();
    }

    private static BufferedImage grid(List<List<BufferedImage>> columns) {
        var side = ENLARGEMENT * columns.get(0).get(0).getWidth();
        var grid = new BufferedImage(
                columns.size() * side, PreviewSheet.BAR + PreviewSheet.ROWS * side, BufferedImage.TYPE_3BYTE_BGR);
        for (int column = 0; column < columns.size(); column++) {
            for (int x = column * side; x < (column + 1) * side; x++) {
                for (int y = 0; y < PreviewSheet.BAR; y++) {
                    grid.setRGB(x, y, SHOWN[column]);
                }
            }
            for (int row = 0; row < PreviewSheet.ROWS; row++) {
                var face = Warp.resize(columns.get(column).get(row), side, side);
                grid.getRaster().setRect(column * side, PreviewSheet.BAR + row * side, face.getRaster());
            }
        }
        return grid;
    }
}
