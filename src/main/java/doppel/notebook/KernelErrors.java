package doppel.notebook;

import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * The colors of errors, as a terminal names them: a page maps these to its theme, and JJava's own black would be
 * unreadable on a dark one.
 */
final class KernelErrors extends StringStyler {

    private static final String PLAIN = "";
    private static final String RED = "\u001B[31m";
    private static final String BOLD_RED = "\u001B[1;31m";
    private static final String INDENT = "    ";

    private static final String FRAME = "\tat ";

    private final KernelStreams prints;
    private final HeapRescue heap;

    KernelErrors(KernelStreams prints, HeapRescue heap) {
        super(PLAIN, RED, BOLD_RED, line -> INDENT);
        this.prints = prints;
        this.heap = heap;
    }

    /** Part of each error, so that what was printed before it stands before it. */
    @Override
    public String secondary(String text) {
        prints.push();
        return super.secondary(heap.isFull() && !text.startsWith(FRAME) ? heap.rescue() : text);
    }
}
