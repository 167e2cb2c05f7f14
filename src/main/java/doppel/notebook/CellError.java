package doppel.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An error of a cell in the order in which it is read: the sentence, then what and where.
 *
 * @param kind simple name of the exception
 * @param message its sentence, possibly empty
 * @param frames calls that led there, those of Doppel and of cells only
 * @param causes sentences of what was wrapped, unless the message says them
 */
record CellError(String kind, String message, List<String> frames, List<String> causes) {

    private static final String HEAP = "OutOfMemoryError";
    private static final int MOST_FRAMES = 6;
    private static final String FRAME = "\tat ";
    private static final String CAUSE = "Caused by: ";
    private static final Pattern COLOR = Pattern.compile("\u001B\\[[\\d;]*m");
    private static final Pattern HEAD = Pattern.compile("(?:[\\w$]+\\.)*([\\w$]+)(?:: (.*))?", Pattern.DOTALL);

    /** Reads a stack trace as Java prints it, in color or not. */
    static CellError of(List<String> trace) {
        var lines =
                COLOR.matcher(String.join("\n", trace)).replaceAll("").lines().toList();
        var sentence =
                String.join("\n", lines.stream().takeWhile(CellError::isHead).toList());
        var head = HEAD.matcher(sentence);
        if (!head.matches()) {
            return new CellError("Error", sentence, List.of(), List.of());
        }
        var message = Stream.ofNullable(head.group(2))
                .filter(text -> !text.equals("null"))
                .findFirst()
                .orElse("");
        return new CellError(head.group(1), message, frames(lines), causes(lines, message));
    }

    /** A full heap, in words that say what to do. */
    static CellError ofHeap(String advice) {
        return new CellError(HEAP, advice, List.of(), List.of());
    }

    boolean isHeapExhaustion() {
        return kind.equals(HEAP);
    }

    /** What a reader needs first. */
    String sentence() {
        return message.isBlank() ? kind : message;
    }

    /** What a reader needs next, line by line. */
    List<String> details() {
        var lines = new ArrayList<String>();
        causes.forEach(cause -> lines.add("because of " + cause));
        if (!message.isBlank()) {
            lines.add(kind);
        }
        frames.forEach(frame -> lines.add("    at " + frame));
        return lines;
    }

    private static boolean isHead(String line) {
        return !line.startsWith(FRAME) && !line.startsWith(CAUSE);
    }

    private static List<String> frames(List<String> lines) {
        return lines.stream()
                .dropWhile(CellError::isHead)
                .takeWhile(line -> line.startsWith(FRAME))
                .map(line -> line.substring(FRAME.length()))
                .filter(frame -> frame.startsWith("doppel.") || frame.startsWith("."))
                .map(CellError::readable)
                .limit(MOST_FRAMES)
                .toList();
    }

    private static List<String> causes(List<String> lines, String message) {
        return lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .filter(cause -> !message.contains(cause))
                .toList();
    }

    /** JShell calls a cell's statements {@code .(#12:1)} and its methods {@code .name(#12:1)}. */
    private static String readable(String frame) {
        if (!frame.startsWith(".")) {
            return frame;
        }
        var method = frame.substring(1, frame.indexOf('('));
        return method.isEmpty() ? "the cell" : method + " of a cell";
    }
}
