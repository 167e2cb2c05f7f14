package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.image.NumberGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepthToSpaceTest {

    private static final List<NumberGrid> FOUR = List.of(
            NumberGrid.of(3, 10, 11, 12, 13, 14, 15),
            NumberGrid.of(3, 20, 21, 22, 23, 24, 25),
            NumberGrid.of(3, 30, 31, 32, 33, 34, 35),
            NumberGrid.of(3, 40, 41, 42, 43, 44, 45));

    @Test
    void laysTheFourFirstNumbersOutAsTheFirstSquare() {
        var large = DepthToSpace.shuffle(FOUR);
        assertEquals(
                NumberGrid.of(
                        6, 10, 20, 11, 21, 12, 22, 30, 40, 31, 41, 32, 42, 13, 23, 14, 24, 15, 25, 33, 43, 34, 44, 35,
                        45),
                large);
    }

    @Test
    void doesWhatTheNetworksPixelShuffleDoes() {
        try (var scope = Torch.newManager()) {
            var numbers = new ArrayList<Float>();
            FOUR.forEach(channel -> {
                for (var number : channel.numbers()) {
                    numbers.add(number);
                }
            });
            var array = new float[numbers.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = numbers.get(i);
            }
            var shuffled = new PixelShuffle().forward(scope.create(array, new Shape(1, 4, 2, 3)), List.of());
            assertEquals(new Shape(1, 1, 4, 6), shuffled.getShape());
            assertArrayEquals(
                    shuffled.toFloatArray(), DepthToSpace.shuffle(FOUR).numbers(), 0);
        }
    }

    @Test
    void undoBringsTheChannelsBack() {
        assertEquals(FOUR, DepthToSpace.undo(DepthToSpace.shuffle(FOUR)));
    }

    @Test
    void threeChannelsSayTheRemedy() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> DepthToSpace.shuffle(FOUR.subList(0, 3)));
        assertEquals(
                "four channels become one grid, got 3: give four, or several times four one after the other",
                refusal.getMessage());
    }

    @Test
    void channelsOfTwoSizesAreRefused() {
        var mixed = List.of(FOUR.get(0), FOUR.get(1), FOUR.get(2), NumberGrid.of(1, 1));
        assertThrows(IllegalArgumentException.class, () -> DepthToSpace.shuffle(mixed));
        assertThrows(IllegalArgumentException.class, () -> DepthToSpace.undo(NumberGrid.of(3, 1, 2, 3)));
    }
}
