package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class CrewTest {

    /** Writes the first number of the face's dice, where the face is. */
    private static final BatchRing.Worker ROLLER = (step, place, augment, emphasis, dice, slice) ->
            slice.weights().put(0, (float) (place + dice.choice().nextDouble()));

    @Test
    void itDoesNotMatterHowManyShareTheWork() throws Exception {
        var alone = fill(List.of(ROLLER));
        assertArrayEquals(alone, fill(Collections.nCopies(3, ROLLER)), 0);
        assertArrayEquals(alone, fill(Collections.nCopies(8, ROLLER)), 0);
        for (int place = 0; place < alone.length; place++) {
            assertEquals(place, (int) alone[place]);
        }
    }

    @Test
    void theFailureOfAnyWorkerIsTold() {
        BatchRing.Worker broken = (step, place, augment, emphasis, dice, slice) -> {
            throw new IllegalStateException("face " + place);
        };
        var fault = assertThrows(ExecutionException.class, () -> fill(List.of(ROLLER, broken)));
        assertEquals("face 1", fault.getCause().getMessage());
    }

    private static float[] fill(List<BatchRing.Worker> workers) throws Exception {
        try (var scope = new PointerScope();
                var crew = new Crew(workers)) {
            var batch = new Batch(5, 16, returned -> {});
            crew.fill(batch, 1, AugmentOptions.none(), Emphasis.usual(), Dice.of(1, 1));
            var first = new ArrayList<Float>();
            batch.slices().forEach(slice -> first.add(slice.weights().get(0)));
            var numbers = new float[first.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = first.get(i);
            }
            return numbers;
        }
    }
}
