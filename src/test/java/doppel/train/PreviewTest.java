package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.model.SwapModel;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final int CELL = 64;
    private static final int BAR = 8;

    @Test
    void hasSixColumnsOfFiveFaces() {
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            var grid = preview().draw(model);
            assertEquals(6 * CELL, grid.getWidth());
            assertEquals(BAR + 5 * CELL, grid.getHeight());
        }
    }

    @Test
    void theBarsSayWhoIsShown() {
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            var grid = preview().draw(model);
            var expected = List.of(0xff0072B2, 0xff0072B2, 0xffD55E00, 0xffD55E00, 0xffD55E00, 0xff0072B2);
            for (int column = 0; column < 6; column++) {
                assertEquals(expected.get(column), grid.getRGB(column * CELL + 30, 3), "column " + column);
            }
        }
    }

    @Test
    void firstAndFourthColumnShowTheFacesThemselves() {
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            var grid = preview().draw(model);
            // skin beside the nose: A is light, B is dark
            assertTrue(brightness(grid, 0) > 1.5 * brightness(grid, 3));
        }
    }

    @Test
    void theSwapColumnsChangeWithTheOtherSidesWeights() {
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            var preview = preview();
            var before = preview.draw(model);
            model.weights().get("person.0.0.bias").addi(0.5);
            var after = preview.draw(model);
            for (int column = 0; column < 6; column++) {
                var shownByA = column == 1 || column == 5;
                if (shownByA) {
                    assertNotEquals(sum(before, column), sum(after, column), "column " + column);
                } else {
                    assertEquals(sum(before, column), sum(after, column), "column " + column);
                }
            }
        }
    }

    private static Preview preview() {
        return new Preview(DrawnSides.a().faces(), DrawnSides.b().faces());
    }

    private static int brightness(BufferedImage grid, int column) {
        var color = grid.getRGB(column * CELL + 32, BAR + 34);
        return (color >> 16 & 255) + (color >> 8 & 255) + (color & 255);
    }

    private static long sum(BufferedImage grid, int column) {
        long sum = 0;
        for (int x = column * CELL; x < (column + 1) * CELL; x++) {
            for (int y = BAR; y < grid.getHeight(); y++) {
                sum += grid.getRGB(x, y) & 0xffffff;
            }
        }
        return sum;
    }
}
