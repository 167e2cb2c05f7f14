package doppel.notebook;

import doppel.Onlooker;
import doppel.Progress;
import java.util.Optional;

/**
 * Shows acts of the workbench as a bar below the cell, which becomes one line when the act ends.
 *
 * <p>An act that finds its work done shows nothing, and neither does one without a page.
 */
public final class LiveProgress implements Onlooker {

    @Override
    public Watch begin(String act) {
        return new Bar(act);
    }

    private static final class Bar implements Watch {
        private static final long PAUSE_NANOSECONDS = 200_000_000;

        private final String act;
        private Optional<Live> line = Optional.empty();
        private Optional<Progress> last = Optional.empty();
        private long shown;

        private Bar(String act) {
            this.act = act;
        }

        @Override
        public synchronized void accept(Progress progress) {
            last = Optional.of(progress);
            if (line.isEmpty() || System.nanoTime() - shown > PAUSE_NANOSECONDS) {
                shown = System.nanoTime();
                show(ProgressLine.running(act, progress));
            }
        }

        @Override
        public synchronized void close() {
            last.ifPresent(progress -> show(ProgressLine.ended(act, progress)));
        }

        private void show(Bundle bundle) {
            if (Wire.current() instanceof Headless) {
                return;
            }
            Displayable next = () -> bundle;
            line.ifPresentOrElse(live -> live.show(next), () -> line = Optional.of(Notebook.live(next)));
        }
    }
}
