package doppel.notebook;

import java.util.ArrayList;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;

/**
 * Stands between a request to run a cell and JJava, which runs it: errors get their sentence first, a full heap is
 * relieved, and an error of the kernel itself is answered and does not end it.
 *
 * <p>JJava shows its connection to nobody before the first cell, which therefore runs without this.
 */
final class CellRequests {

    private static final String THROWN = "RuntimeException";

    private final StringStyler styler;
    private final HeapRescue heap;
    private Optional<JupyterConnection> served = Optional.empty();

    CellRequests(StringStyler styler, HeapRescue heap) {
        this.styler = styler;
        this.heap = heap;
    }

    /** Called at the first cell's begin, and without effect later. */
    void serve(ShellReplyEnvironment cell) {
        if (served.isEmpty()) {
            var connection = (JupyterConnection) Graft.get(cell.getShell(), ShellChannel.class, "connection");
            var kernel = connection.getHandler(MessageType.EXECUTE_REQUEST);
            connection.setHandler(MessageType.EXECUTE_REQUEST, (request, content) -> {
                var told = new Told(request);
                try {
                    kernel.handle(told, content);
                    told.warnOfFullHeap();
                } catch (Error fault) {
                    told.answer(fault);
                } finally {
                    told.resolveDeferrals();
                }
            });
            served = Optional.of(connection);
        }
    }

    private PublishError rewrite(PublishError thrown) {
        var error = CellError.of(thrown.getStacktrace());
        if (error.isHeapExhaustion() || heap.isFull()) {
            // Whatever else the cell stumbled over follows from it.
            error = CellError.ofHeap(heap.rescue());
        }
        var lines = new ArrayList<String>();
        lines.add(styler.highlight(error.sentence()));
        error.details().forEach(line -> lines.add(styler.primary(line)));
        return new PublishError(error.kind(), error.message(), lines);
    }

    /** Where JJava sends what a cell has to say. */
    private final class Told extends ShellReplyEnvironment {
        private boolean failed;

        private Told(ShellReplyEnvironment cell) {
            super(
                    (ShellChannel) cell.getShell(),
                    (StdinChannel) Graft.get(cell, ShellReplyEnvironment.class, "stdin"),
                    cell.getIopub(),
                    cell.getContext());
        }

        @Override
        public void publish(Message<?> message) {
            if (message.getContent() instanceof PublishError error
                    && error.getErrorName().equals(THROWN)) {
                failed = true;
                super.publish(new Message<>(getContext(), MessageType.PUBLISH_ERROR, rewrite(error)));
            } else {
                super.publish(message);
            }
        }

        /** A cell that ended well all the same has lost variables, and its reader must know. */
        private void warnOfFullHeap() {
            if (heap.isFull() && !failed) {
                writeToStdErr(heap.rescue());
            }
        }

        /** JJava answers exceptions only, and a page waits for an answer. */
        private void answer(Error fault) {
            var trace = new ArrayList<String>();
            trace.add(fault.toString());
            for (var frame : fault.getStackTrace()) {
                trace.add("\tat " + frame);
            }
            var error = rewrite(new PublishError(THROWN, "", trace));
            publish(error);
            defer().replyError(
                            ExecuteReply.MESSAGE_TYPE.error(),
                            new ErrorReply(error.getErrorName(), error.getErrorMessage(), error.getStacktrace()));
        }
    }
}
