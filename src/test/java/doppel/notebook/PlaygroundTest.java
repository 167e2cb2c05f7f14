package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaygroundTest {

    private static final Knob.Slider GRAY = Knob.slider("gray", 0, 255, 100);

    private final TestPage page = TestPage.open();

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void itsStaticFormIsTheFigureAtTheStart() throws IOException {
        var bundle = Playground.of(PlaygroundTest::gray, GRAY)
                .withCaption(knobs -> "it is %.0f".formatted(knobs.number("gray")))
                .display();
        assertEquals(100, new Color(Pictures.of(bundle).getRGB(5, 5)).getRed());
        assertEquals("playground at gray 100: it is 100", bundle.forms().get(Bundle.TEXT));
        assertTrue(bundle.forms().containsKey(Bundle.WIDGET));
    }

    @Test
    void whoeverTurnsAKnobSeesTheFigureAnew() {
        Playground.of(PlaygroundTest::gray, GRAY)
                .withCaption(knobs -> "it is %.0f".formatted(knobs.number("gray")))
                .display();
        page.sets("Playground", Map.of("values", Map.of("gray", 180)));
        TestPage.until(() -> page.shown("Playground").get("caption").equals("it is 180"));
    }

    @Test
    void aSlowFigureIsDrawnForTheNewestKnobsOnly() {
        var drawn = new CopyOnWriteArrayList<Double>();
        var goOn = new CountDownLatch(1);
        Playground.of(
                        knobs -> {
                            drawn.add(knobs.number("gray"));
                            if (drawn.size() == 2) {
                                goOn.await();
                            }
                            return gray(knobs);
                        },
                        GRAY)
                .display();
        page.sets("Playground", Map.of("values", Map.of("gray", 1)));
        TestPage.until(() -> drawn.size() == 2);
        for (int gray = 2; gray <= 50; gray++) {
            page.sets("Playground", Map.of("values", Map.of("gray", gray)));
        }
        // the listeners' thread passes the values on in order: once it has come to this one, all have been ordered
        var passed = new CountDownLatch(1);
        AnyWidget.open("Test", Map.of()).onChange("x", value -> passed.countDown());
        page.sets("Test", Map.of("x", 1));
        TestPage.until(() -> passed.getCount() == 0);
        goOn.countDown();
        TestPage.until(() -> drawn.size() == 3);
        assertEquals(List.of(100.0, 1.0, 50.0), drawn);
    }

    @Test
    void whatAFigureThrowsIsSaidUntilItIsDrawnAgain() {
        Playground.of(
                        knobs -> {
                            if (knobs.number("gray") > 200) {
                                throw new IOException("gray must be 200 or less; try 100");
                            }
                            return gray(knobs);
                        },
                        GRAY)
                .display();
        page.sets("Playground", Map.of("values", Map.of("gray", 250)));
        TestPage.until(() -> page.shown("Playground").get("fault").equals("gray must be 200 or less; try 100"));
        page.sets("Playground", Map.of("values", Map.of("gray", 150)));
        TestPage.until(() -> page.shown("Playground").get("fault").equals(""));
    }

    @Test
    void whatIsNoPictureIsRefused() {
        var playground = Playground.of(knobs -> "words", GRAY);
        var fault = assertThrows(IllegalStateException.class, playground::display);
        assertTrue(fault.getMessage().contains("got a String"), fault.getMessage());
    }

    @Test
    void noKnobTurnsFurtherThanItGoes() {
        var knobs = List.<Knob>of(GRAY, Knob.choice("mask", List.of("hull", "network")), Knob.toggle("axes", true));
        JsonNode page = Json.mapper().valueToTree(Map.of("gray", 900, "mask", "other", "axes", false, "more", 1));
        var turned = Knobs.start(knobs).turned(knobs, page);
        assertEquals(255, turned.number("gray"));
        assertEquals(255, turned.whole("gray"));
        assertEquals("hull", turned.choice("mask"));
        assertEquals(false, turned.on("axes"));
        assertEquals("gray 255, mask hull, axes off", turned.toString());
    }

    @Test
    void aKnobThatIsNotThereIsNamedWithThoseThatAre() {
        var knobs = Knobs.start(List.of(GRAY));
        var fault = assertThrows(IllegalArgumentException.class, () -> knobs.on("grey"));
        assertEquals("there is no toggle named \"grey\": the knobs stand at gray 100", fault.getMessage());
    }

    @Test
    void stepsSuitTheRange() {
        assertEquals(0.01, Knob.slider("coverage", 0.3, 1.0, 0.7).step(), 1e-12);
        assertEquals(1, Knob.slider("degrees", -45.0, 45.0, 0.0).step(), 1e-12);
        assertEquals(1, Knob.slider("frame", 0, 719, 3).step());
    }

    @Test
    void aSliderStartsBetweenItsEnds() {
        assertThrows(IllegalArgumentException.class, () -> Knob.slider("coverage", 0.3, 1.0, 2.0));
        assertThrows(IllegalArgumentException.class, () -> Knob.slider("coverage", 1.0, 1.0, 1.0));
        assertThrows(IllegalArgumentException.class, () -> Knob.choice("mask", List.of()));
    }

    private static BufferedImage gray(Knobs knobs) {
        var picture = new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR);
        var level = (int) knobs.number("gray");
        var pen = picture.createGraphics();
        pen.setColor(new Color(level, level, level));
        pen.fillRect(0, 0, 20, 10);
        pen.dispose();
        return picture;
    }
}
