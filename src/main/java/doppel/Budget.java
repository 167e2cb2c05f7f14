package doppel;

import doppel.compute.Torch;
import java.util.List;
import java.util.Locale;

/**
 * How much work a notebook does: the same cells, more or fewer steps.
 *
 * <pre>{@code var minutes = bench.budget().pick(0.1, 3.0, 10.0);}</pre>
 */
public enum Budget {
    /** under a minute a notebook: shows that everything runs, not that it is any good */
    SMOKE,
    /** under six minutes a notebook on two cores without a graphics card */
    CPU,
    /** a notebook on a graphics card */
    GPU;

    /** The environment variable that chooses a budget: {@code smoke}, {@code cpu} or {@code gpu}. */
    public static final String VARIABLE = "DOPPEL_BUDGET";

    /**
     * What the environment asks for, else what the machine has.
     *
     * @throws IllegalArgumentException if the environment asks for something else
     */
    public static Budget current() {
        var asked = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        if (asked == null || asked.isBlank()) {
            return Torch.hasGpu() ? GPU : CPU;
        }
        return List.of(values()).stream()
                .filter(budget -> budget.name().equals(asked.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s must be smoke, cpu or gpu, got \"%s\"".formatted(VARIABLE, asked)));
    }

    /** One of three values, by budget. */
    public <T> T pick(T smoke, T cpu, T gpu) {
        return switch (this) {
            case SMOKE -> smoke;
            case CPU -> cpu;
            case GPU -> gpu;
        };
    }
}
