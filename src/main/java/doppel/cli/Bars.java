package doppel.cli;

import java.io.PrintWriter;

/** One bar after the other, for an act of several parts. */
final class Bars implements AutoCloseable {

    private final String unit;
    private final PrintWriter log;
    private String task = "";
    private Bar bar;

    Bars(String unit, PrintWriter log) {
        this.unit = unit;
        this.log = log;
    }

    /**
     * @param name of the part; another one ends the bar of the part before
     */
    void show(String name, long done, long of) {
        if (!name.equals(task)) {
            close();
            bar = new Bar(name, unit, log);
            task = name;
        }
        bar.show(done, of, "");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
