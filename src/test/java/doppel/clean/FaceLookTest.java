package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Actor;
import doppel.actor.ActorRecipe;
import doppel.actor.Moment;
import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.compute.Json;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceLookTest {

    private static final CropOptions CROP = CropOptions.stored().withSize(128);
    private static final Mask WHOLE = Mask.filled(128, 128, 1);

    private static BufferedImage a;
    private static BufferedImage b;

    @BeforeAll
    static void render() throws IOException {
        a = aligned("a");
        b = aligned("b");
    }

    @Test
    void aHashSurvivesLightAndTellsTwoPeopleApart() {
        var darker = new RescaleOp(0.8f, 0, null).filter(a, new BufferedImage(128, 128, BufferedImage.TYPE_3BYTE_BGR));
        assertEquals(0, look(a).bitsFrom(look(a)));
        assertTrue(look(a).bitsFrom(look(darker)) <= 6, "darker: " + look(a).bitsFrom(look(darker)));
        assertTrue(look(a).bitsFrom(look(b)) > 10, "another: " + look(a).bitsFrom(look(b)));
    }

    @Test
    void theHistogramCountsInsideTheMaskOnly() {
        var bytes = new byte[128 * 128];
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 255);
        var halves = plain(Color.BLACK);
        var pen = halves.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 128, 32);
        pen.fillRect(0, 100, 128, 28);
        pen.dispose();
        var histogram = FaceLook.of(halves, new Mask(128, 128, bytes), CROP.fromFaceUnits())
                .histogram();
        assertEquals(0.5, histogram[0], 1e-6);
        assertEquals(0.5, histogram[FaceLook.BINS - 1], 1e-6);
    }

    @Test
    void itGoesThroughJsonUnchanged() throws IOException {
        var look = look(a);
        var read = Json.mapper().readValue(Json.mapper().writeValueAsString(look), FaceLook.class);
        assertEquals(look.hash(), read.hash());
        assertArrayEquals(look.pixels(), read.pixels());
        assertArrayEquals(look.histogram(), read.histogram());
    }

    private static FaceLook look(BufferedImage face) {
        return FaceLook.of(face, WHOLE, CROP.fromFaceUnits());
    }

    private static BufferedImage aligned(String actor) throws IOException {
        var shot = Actor.cast(ActorRecipe.preset(actor), 160).shoot(Moment.frontal());
        var toFaceUnits = FaceAligner.toFaceUnits(new Landmarks(shot.landmarks()));
        return FaceAligner.align(shot.picture(), toFaceUnits, CROP).picture();
    }

    private static BufferedImage plain(Color color) {
        var picture = new BufferedImage(128, 128, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 128, 128);
        pen.dispose();
        return picture;
    }
}
