package doppel.notebook;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.Loop;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;

/**
 * Lets sliders and buttons act while a cell runs.
 *
 * <p>JJava reads the shell socket in the thread that waits for the cell. As long as it waits, this class reads in its
 * place: messages of widgets are handled at once, all others as soon as the cell has ended. A socket is for one thread
 * at a time, so each look at it holds the socket's own lock, and none begins once the cell has ended.
 *
 * <p>Source: Jupyter messaging protocol 5.4, shell channel.
 */
final class ShellPump {

    private static final int PAUSE_MILLISECONDS = 20;

    /** There is something to read; ZeroMQ's POLLIN. */
    private static final int READABLE = 1;

    /** What needs no cell to have ended. */
    private static final Set<MessageType<?>> AT_ONCE = Set.of(
            MessageType.COMM_MSG_COMMAND,
            MessageType.COMM_OPEN_COMMAND,
            MessageType.COMM_CLOSE_COMMAND,
            MessageType.COMM_INFO_REQUEST,
            MessageType.KERNEL_INFO_REQUEST);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(act -> {
        var thread = new Thread(act, "doppel-shell");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<ScheduledFuture<?>> beat = Optional.empty();

    void begin(ShellReplyEnvironment cell) {
        synchronized (cell.getShell()) {
            beat = Optional.of(timer.scheduleWithFixedDelay(
                    () -> pump(cell), PAUSE_MILLISECONDS, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS));
        }
    }

    /** Returns when the socket is the kernel's again. */
    void end(ShellReplyEnvironment cell) {
        synchronized (cell.getShell()) {
            beat.ifPresent(each -> each.cancel(false));
            beat = Optional.empty();
        }
    }

    private void pump(ShellReplyEnvironment cell) {
        try {
            read(cell);
        } catch (RuntimeException | Error fault) {
            // What a beat throws would be the last of it; the server's log is where its reader looks.
            fault.printStackTrace();
        }
    }

    private void read(ShellReplyEnvironment cell) {
        var shell = (ShellChannel) cell.getShell();
        synchronized (shell) {
            while (beat.isPresent() && (shell.getEvents() & READABLE) != 0) {
                var message = shell.readMessage();
                if (AT_ONCE.contains(message.getHeader().getType())) {
                    answer(shell, message);
                    // Each answer ends with "idle", and the kernel is not.
                    cell.publish(PublishStatus.BUSY);
                } else {
                    ((Loop) Graft.get(shell, ShellChannel.class, "ioloop")).doNext(() -> answer(shell, message));
                }
            }
        }
    }

    /** As JJava's own loop does it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void answer(ShellChannel shell, Message message) {
        var connection = (JupyterConnection) Graft.get(shell, ShellChannel.class, "connection");
        var handler = connection.getHandler(message.getHeader().getType());
        if (handler == null) {
            return;
        }
        var reply = connection.prepareReplyEnv(shell, message);
        try {
            handler.handle(reply, message);
        } catch (Exception fault) {
            // A message that fails must not end the loop, and the server's log is where its reader looks.
            fault.printStackTrace();
        } finally {
            reply.resolveDeferrals();
        }
        if (reply.isMarkedForShutdown()) {
            connection.close();
        }
    }
}
