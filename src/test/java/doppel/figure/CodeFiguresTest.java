package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    void eachFaceIsADotOfItsPerson() {
        var people = new LinkedHashMap<String, List<BufferedImage>>();
        people.put("dark", IntStream.range(0, 5).mapToObj(i -> face(i)).toList());
        people.put("light", IntStream.range(0, 7).mapToObj(i -> face(200 + i)).toList());
        var chart = CodeMap.of(model, people);
        var dark = chart.getSeriesMap().get("dark");
        var light = chart.getSeriesMap().get("light");
        assertEquals(5, dark.getXData().length);
        assertEquals(7, light.getYData().length);
        // what differs most is light and dark, so the two lie on two sides of the middle
        var sides = Math.signum(dark.getXData()[0]);
        assertTrue(Arrays.stream(dark.getXData()).allMatch(x -> Math.signum(x) == sides));
        assertTrue(Arrays.stream(light.getXData()).allMatch(x -> Math.signum(x) == -sides));
        var sum = Arrays.stream(dark.getXData()).sum()
                + Arrays.stream(light.getXData()).sum();
        assertEquals(0, sum, 1e-4);
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
        assertThrows(IllegalArgumentException.class, () -> BetweenTwo.of(model, face(1), face(2), 1));
    }

    @Test
    void everyFaceIsDrawnAsEverybody() {
        var faces = List.of(face(10), face(120), face(220));
        var gallery =
                PeopleMatrix.of(faces).with("A", model, 0).with("B", model, 1).gallery();
        assertEquals(9, gallery.cells().size());
        assertEquals(3, gallery.columns());
        assertEquals("B", gallery.cells().get(2).caption());
        assertSame(model.decode(1, faces).get(2), gallery.cells().get(8));
    }

    @Test
    void fewFacesAreDots() {
        var chart = FewFacesChart.of(Map.of("from scratch", new TreeMap<>(Map.of(25, 0.2, 240, 0.1))));
        assertArrayEquals(
                new double[] {25, 240}, chart.getSeriesMap().get("from scratch").getXData(), 0);
        assertThrows(IllegalArgumentException.class, () -> FewFacesChart.of(Map.of()));
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
