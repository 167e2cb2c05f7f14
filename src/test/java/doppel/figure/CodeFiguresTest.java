package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.evaluate.TruthFrame;
import doppel.image.Mask;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeFiguresTest {

    private final SwapModel model = SwapModel.create(ModelDesign.fast().withWidth(8), 1);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void codesLieAlongTheirLargestDifference() {
        // on a line in three dimensions, and a little beside it
        var codes = List.of(
                new float[] {-2, -4, 1}, new float[] {-1, -2, 1.1f}, new float[] {1, 2, 1.1f}, new float[] {2, 4, 1});
        var plane = CodeMap.plane(codes);
        for (int i = 0; i < codes.size(); i++) {
            var along = Math.signum(plane.get(3).x()) * plane.get(i).x();
            assertEquals(Math.sqrt(5) * codes.get(i)[0], along, 1e-5);
            assertEquals(0.05, Math.abs(plane.get(i).y()), 1e-5);
        }
        assertEquals(-plane.get(0).y(), plane.get(1).y(), 1e-6);
    }

    @Test
    void eachFaceIsADotOfItsPerson() {
        var map = CodeMap.of(model, Map.of("dark", List.of(face(5), face(9)), "light", List.of(face(220), face(250))));
        assertEquals(Gallery.PAGE, map.getWidth());
        assertTrue(columns(map, Ink.A).getMax() < columns(map, Ink.B).getMin()
                || columns(map, Ink.B).getMax() < columns(map, Ink.A).getMin());
    }

    @Test
    void fivePeopleHaveNoColors() {
        var five = IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.toMap(i -> "person " + i, i -> List.of(face(50 * i), face(50 * i + 9))));
        var refusal = assertThrows(IllegalArgumentException.class, () -> CodeMap.of(model, five));
        assertEquals("a map has 4 colors, got 5 people: leave some out", refusal.getMessage());
    }

    @Test
    void twoFacesSpanNoPlane() {
        assertThrows(IllegalArgumentException.class, () -> CodeMap.of(model, Map.of("one", List.of(face(1), face(2)))));
    }

    @Test
    void theEndsOfAWayAreTheFacesThemselves() {
        var gallery = BetweenTwo.of(model, face(10), face(220), 5);
        assertEquals(10, gallery.cells().size());
        var drawn = model.decode(1, List.of(face(10), face(220)));
        assertSame(drawn.get(0), gallery.cells().get(5));
        assertSame(drawn.get(1), gallery.cells().get(9));
        assertEquals("drawn as B", gallery.cells().get(5).caption());
        assertThrows(IllegalArgumentException.class, () -> BetweenTwo.of(model, face(1), face(2), 1));
    }

    @Test
    void everyFaceIsDrawnAsEverybody() {
        var faces = List.of(face(10), face(120), face(220));
        var gallery =
                PeopleMatrix.of(faces).with("A", model, 0).with("B", model, 1).gallery();
        assertEquals(9, gallery.cells().size());
        assertEquals(3, gallery.columns());
        assertEquals("B", gallery.cells().get(8).caption());
        assertSame(model.decode(1, faces).get(2), gallery.cells().get(8));
    }

    @Test
    void aSwapStandsBetweenItsFrameAndTheTruth() {
        var frame = new TruthFrame("frame 7", face(40), face(200), Mask.filled(64, 64, 1));
        var gallery = BesideTruth.of(List.of(frame, frame))
                .with("none", List.of(face(40), face(40)))
                .with("perfect", List.of(face(200), face(200)))
                .gallery();
        assertEquals(4, gallery.columns());
        assertEquals(8, gallery.cells().size());
        assertEquals("before", gallery.cells().get(4).caption());
        assertEquals(
                "none: %.1f dB".formatted(frame.psnr(face(40))),
                gallery.cells().get(5).caption());
        assertEquals("perfect: 100.0 dB", gallery.cells().get(2).caption());
        assertEquals("truth", gallery.cells().get(7).caption());
    }

    @Test
    void fewFacesAreDots() {
        var chart = FewFacesChart.of(Map.of("from scratch", new TreeMap<>(Map.of(25, 0.2, 240, 0.1))));
        assertArrayEquals(
                new double[] {25, 240}, chart.getSeriesMap().get("from scratch").getXData(), 0);
        assertThrows(IllegalArgumentException.class, () -> FewFacesChart.of(Map.of()));
    }

    /** Where a color is, below the legend. */
    private static IntSummaryStatistics columns(BufferedImage map, Color color) {
        var columns = new IntSummaryStatistics();
        for (int y = 30; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                if (map.getRGB(x, y) == color.getRGB()) {
                    columns.accept(x);
                }
            }
        }
        return columns;
    }

    private static void assertSame(BufferedImage drawn, Gallery.Cell cell) {
        var expected = Made.face(drawn, cell.picture().getWidth());
        for (int y = 0; y < expected.getHeight(); y += 7) {
            for (int x = 0; x < expected.getWidth(); x += 7) {
                assertEquals(expected.getRGB(x, y), cell.picture().getRGB(x, y));
            }
        }
    }

    private static BufferedImage face(int light) {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(light, light, light));
        graphics.fillRect(0, 0, 64, 64);
        graphics.setColor(new Color(light, 255 - light, 128));
        graphics.fillOval(10, 5, 40, 50);
        graphics.dispose();
        return picture;
    }
}
