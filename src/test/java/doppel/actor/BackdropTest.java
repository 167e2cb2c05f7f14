package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackdropTest {

    private static final ActorRecipe.Room ROOM = new ActorRecipe.Room("#6f7a80", "#e8c08a");

    @Test
    void aRoomIsTheSameEachTimeAndNeverBlackOrBlown() {
        var picture = Backdrop.paint(ROOM, 7, 64);
        assertEquals(3 * 64 * 64, picture.length);
        assertArrayEquals(picture, Backdrop.paint(ROOM, 7, 64), 0);
        for (float light : picture) {
            assertTrue(light > .005 && light < 1, "light " + light);
        }
    }

    @Test
    void aLargerPictureShowsTheSameRoom() {
        var small = Backdrop.paint(ROOM, 7, 32);
        var large = Backdrop.paint(ROOM, 7, 96);
        assertEquals(small[3 * (10 * 32 + 10)], large[3 * (31 * 96 + 31)], 1e-4);
    }
}
