package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DevicesTest {

    @Test
    void theProcessorIsToldWithItsThreads() {
        assertTrue(Devices.processor().startsWith(Torch.threads() + " threads"), Devices.processor());
    }

    @Test
    void whereNoCardIsUsedItSaysWhereToReadOn() {
        var cards = String.join("; ", Devices.cards());
        assertEquals(!Torch.hasGpu(), cards.contains("docs/gpu.md"), cards);
    }

    @Test
    void someMemoryIsFreeAndNotMoreThanAMachineHas() {
        var free = FreeMemory.bytes();
        assertTrue(free > 100L << 20 && free < 1L << 50, free + " bytes");
    }
}
