package doppel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static Identity along(int axis, float length) {
        var values = new float[Identity.LENGTH];
        values[axis] = length;
        return new Identity(values);
    }

    @Test
    void itsLengthIsOneWhateverItWasMadeFrom() {
        var values = new float[Identity.LENGTH];
        Arrays.fill(values, 3);
        double square = 0;
        for (var value : new Identity(values).values()) {
            square += value * value;
        }
        assertEquals(1, square, 1e-5);
    }

    @Test
    void theCosineIsOneForItselfAndMinusOneForItsOpposite() {
        assertEquals(1, along(7, 2).cosine(along(7, 5)), 1e-6);
        assertEquals(0, along(7, 2).cosine(along(8, 2)), 1e-6);
        assertEquals(-1, along(7, 2).cosine(along(7, -1)), 1e-6);
    }

    @Test
    void itsNumbersCannotBeChangedFromOutside() {
        var identity = along(0, 1);
        identity.values()[0] = 9;
        assertEquals(along(0, 1), identity);
    }

    @Test
    void anotherLengthOrNothingAtAllIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Identity(new float[128]));
        assertTrue(refusal.getMessage().contains("got 128"), refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Identity(new float[Identity.LENGTH]));
        assertThrows(IllegalArgumentException.class, () -> along(0, Float.NaN));
    }

    @Test
    void itGoesThroughJsonUnchangedToTheLastBit() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 100; i++) {
            var values = new float[Identity.LENGTH];
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) random.nextGaussian();
            }
            var identity = new Identity(values);
            var read = Json.mapper().readValue(Json.mapper().writeValueAsString(identity), Identity.class);
            assertEquals(identity, read);
        }
    }
}
