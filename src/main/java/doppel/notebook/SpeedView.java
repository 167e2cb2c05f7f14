package doppel.notebook;

import doppel.train.StepSpeed;

/** How fast a network trains here, with units. */
final class SpeedView {

    private SpeedView() {}

    static Bundle of(StepSpeed speed) {
        return Sheet.of("network %s, %d faces a side in each step".formatted(speed.design(), speed.batch()))
                .row("a step takes", Digits.text(1000 * speed.seconds()) + " ms")
                .row("faces a second", Digits.text(speed.facesPerSecond()))
                .row("arithmetic", Digits.text(speed.gigaflops()) + " GFLOP/s")
                .row("of the machine's peak", "%.0f %%".formatted(100 * speed.share()))
                .row("threads", Digits.text(speed.threads()))
                .bundle();
    }
}
