package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalmOutTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CalmOut calm = new CalmOut(timer);
    private final PrintStream out = new PrintStream(calm, true, StandardCharsets.UTF_8);
    private final List<String> pieces = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void allLinesArriveInOrderAndInFewPieces() {
        calm.begin(pieces::add);
        for (int i = 0; i < 20_000; i++) {
            out.println("line " + i);
        }
        calm.end();
        var expected = IntStream.range(0, 20_000)
                .mapToObj(i -> "line " + i + System.lineSeparator())
                .collect(Collectors.joining());
        assertEquals(expected, String.join("", pieces));
        assertTrue(pieces.size() < 200, pieces.size() + " pieces");
    }

    @Test
    void whatIsPushedComesBeforeWhatIsShown() {
        calm.begin(pieces::add);
        out.print("first");
        out.print("before the picture");
        calm.push();
        pieces.add("<picture>");
        out.print("after");
        calm.end();
        assertEquals("firstbefore the picture<picture>after", String.join("", pieces));
    }

    @Test
    void aFloodEndsWithOneClearLine() {
        calm.begin(pieces::add);
        for (int i = 0; i < 120_000; i++) {
            out.println("123456789");
        }
        calm.end();
        var text = String.join("", pieces);
        assertEquals(CalmOut.MOST + CalmOut.LAST_LINE.length(), text.length());
        assertTrue(text.endsWith(CalmOut.LAST_LINE));
    }

    @Test
    void exactlyTheMostIsNotAFlood() {
        calm.begin(pieces::add);
        out.print("x".repeat(CalmOut.MOST));
        calm.end();
        assertEquals("x".repeat(CalmOut.MOST), String.join("", pieces));
    }

    @Test
    void theNextCellMayPrintAgain() {
        calm.begin(pieces::add);
        out.print("x".repeat(CalmOut.MOST + 1));
        calm.end();
        pieces.clear();
        calm.begin(pieces::add);
        out.print("again");
        calm.end();
        assertEquals(List.of("again"), pieces);
    }

    @Test
    void aCharacterIsNeverCutInTwo() {
        var bytes = "a→𝄞ü".getBytes(StandardCharsets.UTF_8);
        calm.begin(pieces::add);
        for (var each : bytes) {
            calm.write(each);
            calm.push();
        }
        calm.end();
        assertEquals(List.of("a", "→", "𝄞", "ü"), pieces);
    }

    @Test
    void aSingleLineArrivesWithoutAnybodyAsking() throws InterruptedException {
        var arrived = new CountDownLatch(2);
        calm.begin(text -> arrived.countDown());
        out.println("at once");
        out.println("a moment later");
        assertTrue(arrived.await(10, TimeUnit.SECONDS));
    }

    @Test
    void whatIsPrintedAfterTheCellGoesNowhere() {
        calm.begin(pieces::add);
        calm.end();
        out.println("late");
        calm.push();
        assertEquals(List.of(), pieces);
    }
}
