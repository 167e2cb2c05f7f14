package doppel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final int SIZE = 64;

    @Test
    void oneThreadAndFourGiveTheSameBytes() throws Exception {
        var scene = TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.curtain(true)));
        var alone = new ForkJoinPool(1);
        var together = new ForkJoinPool(4);
        try {
            var one = alone.submit(() -> Renderer.render(scene)).get();
            var four = together.submit(() -> Renderer.render(scene)).get();
            assertArrayEquals(bytes(one.picture()), bytes(four.picture()));
            assertArrayEquals(one.parts(), four.parts());
            assertEquals(one.face(), four.face());
        } finally {
            alone.shutdown();
            together.shutdown();
        }
    }

    @Test
    void aLampFromTheLeftBrightensTheLeft() {
        var left = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of()))
                .picture();
        assertTrue(green(left, SIZE * 3 / 8, SIZE / 2) > green(left, SIZE * 5 / 8, SIZE / 2) + 30);
        var right = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_RIGHT, List.of()))
                .picture();
        assertTrue(green(right, SIZE * 5 / 8, SIZE / 2) > green(right, SIZE * 3 / 8, SIZE / 2) + 30);
    }

    @Test
    void theFaceMaskCoversTheFaceAndNothingElse() {
        var rendering = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of()));
        assertEquals(1, rendering.face().at(SIZE / 2, SIZE / 2 - 6), .01);
        assertEquals(0, rendering.face().at(SIZE / 2, SIZE / 2 + 6), .01);
        assertEquals(0, rendering.face().at(2, 2), .01);
    }

    @Test
    void partsTellSkinFromHairFromBackdrop() {
        var rendering = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.curtain(true))));
        assertEquals(TestScene.HAIR, rendering.parts()[SIZE / 2 * SIZE + SIZE / 2 - 8]);
        assertEquals(TestScene.SKIN, rendering.parts()[SIZE / 2 * SIZE + SIZE / 2 + 8]);
        assertEquals(0, rendering.parts()[SIZE / 2 * SIZE + SIZE - 3]);
    }

    @Test
    void onlyHairThatCoversTheFaceLeavesTheMask() {
        var above = SIZE / 2 - 6;
        var hair = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.curtain(true))));
        assertEquals(0, hair.face().at(SIZE / 2 - 8, above), .05);
        var beard = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.curtain(false))));
        assertEquals(1, beard.face().at(SIZE / 2 - 8, above), .01);
    }

    @Test
    void hairIsDarkerThanTheSkinBehindIt() {
        var bare = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of()))
                .picture();
        var covered = Renderer.render(TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.curtain(true))))
                .picture();
        assertTrue(green(covered, SIZE / 2 - 8, SIZE / 2) < green(bare, SIZE / 2 - 8, SIZE / 2) / 2);
    }

    @Test
    void whatStandsBeforeTheLampThrowsAShadow() {
        var skin = new Material.Plain(new float[] {.4f, .3f, .25f}, .4f, 0);
        var head = TestScene.ball(0, 7, 0, 1.2f, skin);
        var shade = TestScene.ball(-1.6f, 7, 1.9f, .4f, skin);
        var lamp = TestScene.FROM_THE_LEFT;
        var bare = Renderer.render(TestScene.of(SIZE, lamp, List.of(head), List.of()));
        var shaded = Renderer.render(TestScene.of(SIZE, lamp, List.of(head, shade), List.of()));
        // the second ball stands on the line from this place to the lamp, and left of it in the picture
        var x = SIZE / 2 - 5;
        assertTrue(green(shaded.picture(), x, SIZE / 2) < green(bare.picture(), x, SIZE / 2) - 30);
    }

    @Test
    void anEyeHasADarkPupilAndAPaleWhite() {
        var eye = new Material.Eyeball(
                new float[] {0, 7, 0}, new float[] {0, 0, 1}, new float[] {.1f, .2f, .3f}, .5f, .4f, 3);
        var picture = Renderer.render(TestScene.of(
                        SIZE, TestScene.FROM_THE_LEFT, List.of(TestScene.ball(0, 7, 0, 1.2f, eye)), List.of()))
                .picture();
        var pupil = green(picture, SIZE / 2, SIZE / 2);
        var iris = green(picture, SIZE / 2 + 6, SIZE / 2);
        var white = green(picture, SIZE / 2 - 12, SIZE / 2);
        assertTrue(pupil + 10 < iris && iris + 10 < white, pupil + " " + iris + " " + white);
    }

    @Test
    void aBackdropOfAnotherSizeIsRefused() {
        var scene = TestScene.of(SIZE, TestScene.FROM_THE_LEFT, List.of());
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Scene(scene.camera(), List.of(), List.of(), scene.lighting(), new float[3]));
        assertEquals("the backdrop has 3 numbers but the picture needs 12288", refused.getMessage());
    }

    private static int green(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 255;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
