package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlidersTest {

    @Test
    void thereAreOneHundredAndFive() {
        assertEquals(105, Sliders.names().size());
        assertTrue(Sliders.names().contains("nose-hump"));
    }

    @Test
    void eachMovesTheFaceAtBothEnds() {
        for (var name : Sliders.names()) {
            for (var amount : new double[] {Sliders.least(name), 1}) {
                var shape = HeadData.load().rest().clone();
                Sliders.move(shape, name, amount);
                assertEquals(amount == 0, Arrays.equals(HeadData.load().rest(), shape), name + " at " + amount);
            }
        }
    }

    @Test
    void theTwoEndsDiffer() {
        for (var name : Sliders.names()) {
            var less = HeadData.load().rest().clone();
            var more = HeadData.load().rest().clone();
            Sliders.move(less, name, Sliders.least(name));
            Sliders.move(more, name, 1);
            assertFalse(Arrays.equals(less, more), name);
        }
    }

    @Test
    void aWrongNameIsNearTheRightOne() {
        assertEquals("nose-hump", Sliders.nearest("nose-humb"));
        assertEquals("chin-width", Sliders.nearest("chinwidth"));
    }
}
