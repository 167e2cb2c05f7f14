package doppel.notebook;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.JupyterOutputStream;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** Puts two {@link CalmOut} where JJava sends a message a line, and so hears when a cell begins and ends. */
final class KernelStreams {

    private final CalmOut out;
    private final CalmOut err;

    KernelStreams() {
        var timer = Executors.newSingleThreadScheduledExecutor(act -> {
            var thread = new Thread(act, "doppel-prints");
            thread.setDaemon(true);
            return thread;
        });
        out = new CalmOut(timer);
        err = new CalmOut(timer);
    }

    /**
     * @param begin is told of a cell before it runs
     * @param end is told of a cell that has run
     */
    void replace(JupyterIO io, Consumer<ShellReplyEnvironment> begin, Consumer<ShellReplyEnvironment> end) {
        var first = new Calmed(out, ShellReplyEnvironment::writeToStdOut, begin, end);
        var second = new Calmed(err, ShellReplyEnvironment::writeToStdErr, cell -> {}, cell -> {});
        Graft.set(io, JupyterIO.class, "jupyterOut", first);
        Graft.set(io, JupyterIO.class, "jupyterErr", second);
        Graft.set(io, JupyterIO.class, "out", new PrintStream(first, true, StandardCharsets.UTF_8));
        Graft.set(io, JupyterIO.class, "err", new PrintStream(second, true, StandardCharsets.UTF_8));
    }

    /** Sends all that was printed, so that prints and pictures keep their order. */
    void push() {
        List.of(out, err).forEach(CalmOut::push);
    }

    private static final class Calmed extends JupyterOutputStream {
        private final CalmOut calm;
        private final BiConsumer<ShellReplyEnvironment, String> write;
        private final Consumer<ShellReplyEnvironment> begin;
        private final Consumer<ShellReplyEnvironment> end;

        private Calmed(
                CalmOut calm,
                BiConsumer<ShellReplyEnvironment, String> write,
                Consumer<ShellReplyEnvironment> begin,
                Consumer<ShellReplyEnvironment> end) {
            super(write);
            this.calm = calm;
            this.write = write;
            this.begin = begin;
            this.end = end;
        }

        @Override
        public void setEnv(ShellReplyEnvironment cell) {
            super.setEnv(cell);
            calm.begin(text -> write.accept(cell, text));
            begin.accept(cell);
        }

        @Override
        public void retractEnv(ShellReplyEnvironment cell) {
            end.accept(cell);
            calm.end();
            super.retractEnv(cell);
        }

        @Override
        public void write(int one) {
            calm.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            calm.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            calm.flush();
        }
    }
}
