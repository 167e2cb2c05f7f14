package doppel.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a cell prints, in few pieces: a page that gets a message a line loses most of them.
 *
 * <p>A piece leaves when it is large, when the last one is a tenth of a second old, before anything else is shown, and
 * when the cell ends. After {@link #MOST} characters a last line says that the rest is left out.
 */
final class CalmOut extends OutputStream {

    /** Characters that a cell may print. */
    static final int MOST = 1_000_000;

    static final String LAST_LINE =
            "%n… the rest is left out: a cell prints %,d characters at most; write long texts to a file%n"
                    .formatted(MOST);

    private static final int PAUSE_MILLISECONDS = 100;
    private static final int LARGE = 65_536;

    private final ScheduledExecutorService timer;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private Consumer<String> page = text -> {};
    private long sent;
    private long lastPush;
    private boolean armed;

    CalmOut(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** A cell begins; its pieces go to {@code page}. */
    synchronized void begin(Consumer<String> page) {
        this.page = page;
        sent = 0;
        waiting.reset();
    }

    /** The cell has ended; what is printed from now on has no place on the page. */
    synchronized void end() {
        push();
        page = text -> {};
        waiting.reset();
    }

    @Override
    public synchronized void write(int one) {
        waiting.write(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        waiting.write(bytes, offset, length);
    }

    /** Called by {@code println}: sends if it is time to. */
    @Override
    public synchronized void flush() {
        var pause = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPush);
        if (waiting.size() > LARGE || pause >= PAUSE_MILLISECONDS) {
            push();
        } else if (!armed) {
            armed = true;
            timer.schedule(this::push, PAUSE_MILLISECONDS - pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends what waits. */
    synchronized void push() {
        armed = false;
        lastPush = System.nanoTime();
        var bytes = waiting.toByteArray();
        var whole = wholeCharacters(bytes);
        waiting.reset();
        waiting.write(bytes, whole, bytes.length - whole);
        send(new String(bytes, 0, whole, StandardCharsets.UTF_8));
    }

    private void send(String text) {
        if (text.isEmpty() || sent > MOST) {
            return;
        }
        var rest = MOST - sent;
        sent += text.length();
        page.accept(sent > MOST ? text.substring(0, (int) rest) + LAST_LINE : text);
    }

    /** Bytes up to the end of the last whole character; the rest of it is still being written. */
    private static int wholeCharacters(byte[] bytes) {
        var lead = bytes.length - 1;
        while (lead >= 0 && bytes.length - lead < 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < 0 || bytes[lead] >= 0) {
            return bytes.length;
        }
        var needed = Integer.numberOfLeadingZeros(~bytes[lead] << 24);
        return lead + needed > bytes.length ? lead : bytes.length;
    }
}
