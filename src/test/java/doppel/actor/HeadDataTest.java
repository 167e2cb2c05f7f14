package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadDataTest {

    @Test
    void hasTheWholeHead() {
        var head = HeadData.load();

        assertEquals(6393, head.vertexCount());
        assertEquals(4 * 5508, head.quads("body").length);
        assertEquals(480, head.targetNames().size());
    }

    @Test
    void noShapeOfAChildIsThere() {
        for (var name : HeadData.load().targetNames()) {
            for (var word : List.of("baby", "child", "teen", "age-")) {
                assertTrue(!name.contains(word), name);
            }
        }
    }

    @Test
    void aShapeOfAChildIsRefusedByName() {
        for (var name : List.of(
                "macrodetails/caucasian-female-child",
                "macrodetails/asian-male-baby",
                "head/head-age-decr",
                "teenager")) {
            var refused = assertThrows(
                    IllegalArgumentException.class, () -> HeadData.load().target(name));
            assertTrue(refused.getMessage().contains("child's shape"), refused.getMessage());
        }
    }

    @Test
    void theHeadSitsAboveTheNeck() {
        var rest = HeadData.load().rest();
        var neck = HeadData.load().bone("neck01").hinge(rest);
        var skull = HeadData.load().bone("head").hinge(rest);

        assertTrue(skull[1] > neck[1] + .5, "neck at %s, skull at %s".formatted(neck[1], skull[1]));
    }
}
