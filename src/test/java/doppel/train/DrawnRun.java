package doppel.train;

import java.io.IOException;
import java.nio.file.Path;

/** A run of two drawn people, for tests of those who look at runs. */
public final class DrawnRun {

    private DrawnRun() {}

    /** Opened, not started; a step takes a few milliseconds. */
    public static TrainingRun open(Path folder, int steps) throws IOException {
        return TrainingRun.open(
                new RunFolder(folder),
                DrawnSides.a(),
                DrawnSides.b(),
                DrawnSides.tinyOptions(steps),
                DrawnSides.NO_STARTS);
    }
}
