package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.render.Texture;
import org.junit.jupiter.api.Test;

class SkinPainterTest {

    private static final int SIZE = 128;
    private static final float[] CHEEK = {.40f, 6.95f, 1.35f};
    private static final float[] LOWER_LIP = {.05f, 6.55f, 1.555f};
    private static final float[] JAW = {.45f, 6.5f, 1.1f};
    private static final float[] SHOULDER = {1.4f, 5.4f, .1f};

    private static final Person WOMAN = Looks.woman(ActorRecipe.Style.TIED_BACK);
    private static final Person MAN = Looks.man(ActorRecipe.Style.CROPPED, ActorRecipe.Beard.STUBBLE);
    private static final Texture SKIN = paint(WOMAN);

    @Test
    void lipsAreRedderThanTheCheek() {
        assertTrue(redness(SKIN, LOWER_LIP) > 1.15 * redness(SKIN, CHEEK));
    }

    @Test
    void everyNumberIsInItsRange() {
        for (float color : SKIN.albedo()) {
            assertTrue(color >= 0 && color <= 1, "albedo " + color);
        }
        for (int at = 0; at < SKIN.gloss().length; at++) {
            assertTrue(SKIN.gloss()[at] >= 0 && SKIN.gloss()[at] <= 1, "gloss " + SKIN.gloss()[at]);
            assertTrue(Math.abs(SKIN.relief()[at]) < 1000, "relief " + SKIN.relief()[at]);
        }
    }

    @Test
    void theCheekHasTheToneOfTheRecipe() {
        var tone = LinearColor.of(WOMAN.recipe().skin().tone());
        var cheek = around(SKIN, CHEEK);
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(1, cheek[channel] / tone[channel], .25);
        }
    }

    @Test
    void stubbleDarkensTheJaw() {
        var stubble = paint(MAN);
        assertTrue(around(stubble, JAW)[1] < .9 * around(stubble, CHEEK)[1]);
    }

    @Test
    void clothLetsNoLightThroughAndSkinDoes() {
        var texels = FineMesh.body().texels(SKIN.width(), SKIN.height());
        assertEquals(0, SKIN.translucency()[texel(texels, SHOULDER)], 1e-6);
        assertEquals(1, SKIN.translucency()[texel(texels, CHEEK)], 1e-6);
    }

    @Test
    void paintingTwiceGivesTheSame() {
        assertArrayEquals(SKIN.albedo(), paint(WOMAN).albedo(), 0);
    }

    @Test
    void aSwapKeepsTheHeadAndTakesTheFaceInTheHeadsTone() {
        var head = paint(MAN);
        var swapped = SkinSwap.wear(SKIN, head);
        var texels = FineMesh.body().texels(SKIN.width(), SKIN.height());
        int neck = 3 * texel(texels, new float[] {0, 5.95f, .7f});
        assertEquals(head.albedo()[neck], swapped.albedo()[neck], 1e-6);
        double toneOfHead = around(head, CHEEK)[1];
        assertEquals(1, around(swapped, CHEEK)[1] / toneOfHead, .2);
        assertTrue(redness(swapped, LOWER_LIP) > 1.1 * redness(swapped, CHEEK));
    }

    private static Texture paint(Person person) {
        return SkinPainter.paint(person, SIZE);
    }

    private static double redness(Texture skin, float[] place) {
        var color = around(skin, place);
        return color[0] / color[1];
    }

    /** The mean color near a place of the template. */
    private static double[] around(Texture skin, float[] place) {
        var mesh = FineMesh.body();
        var rest = mesh.texels(skin.width(), skin.height()).rest(mesh);
        var sum = new double[4];
        for (int at = 0; at < skin.width() * skin.height(); at++) {
            if (distance(rest, at, place) < .05) {
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += skin.albedo()[3 * at + channel];
                }
                sum[3]++;
            }
        }
        assertTrue(sum[3] > 0, "no texel is near");
        return new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
    }

    private static int texel(Texels texels, float[] place) {
        var rest = texels.rest(FineMesh.body());
        int best = 0;
        for (int at = 0; at < texels.width() * texels.height(); at++) {
            if (distance(rest, at, place) < distance(rest, best, place) || Double.isNaN(distance(rest, best, place))) {
                best = at;
            }
        }
        return best;
    }

    private static double distance(float[] rest, int at, float[] place) {
        double x = rest[3 * at] - place[0];
        double y = rest[3 * at + 1] - place[1];
        double z = rest[3 * at + 2] - place[2];
        return Math.sqrt(x * x + y * y + z * z);
    }
}
