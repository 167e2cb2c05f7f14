package doppel.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A line at the terminal that grows: what is being done, how far, how fast, how long still. */
final class Bar implements AutoCloseable {

    private static final int TERMINAL_MILLIS = 300;

    /** A log would otherwise fill with copies of the line. */
    private static final int LOG_MILLIS = 15_000;

    private static final int WIDTH = 110;

    private final ProgressBar bar;

    /**
     * @param task what is being done, a few words
     * @param unit what is counted, for example {@code faces}
     * @param log takes a line now and then where there is no terminal on which one line could grow
     */
    Bar(String task, String unit, PrintWriter log) {
        var builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setSpeedUnit(ChronoUnit.SECONDS)
                .setMaxRenderedLength(WIDTH)
                .showSpeed();
        if (System.console() == null) {
            builder.setConsumer(new DelegatingProgressBarConsumer(log::println, WIDTH));
            builder.setUpdateIntervalMillis(LOG_MILLIS);
        } else {
            builder.setUpdateIntervalMillis(TERMINAL_MILLIS);
        }
        this.bar = builder.build();
    }

    /**
     * @param done so far
     * @param of in all, as far as known
     * @param remark a few words behind the bar
     */
    void show(long done, long of, String remark) {
        bar.maxHint(Math.max(of, done));
        bar.stepTo(done);
        bar.setExtraMessage(" " + remark);
    }

    @Override
    public void close() {
        bar.close();
    }
}
