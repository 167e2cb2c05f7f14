package doppel.notebook;

import java.util.List;
import java.util.Map;

/** Something to turn in a {@link Playground}. */
public sealed interface Knob {

    /** How the knob is called, on the page and in {@link Knobs}. */
    String name();

    /** Where the knob stands at first: a number, a word, or yes and no. */
    Object start();

    /** What the page needs to show it. */
    Map<String, Object> face();

    /** A number of any size, in steps that suit the range. */
    static Slider slider(String name, double from, double to, double start) {
        return new Slider(name, from, to, Math.pow(10, Math.floor(Math.log10((to - from) / 20))), start, "");
    }

    /** A whole number. */
    static Slider slider(String name, int from, int to, int start) {
        return new Slider(name, from, to, 1, (double) start, "");
    }

    /** One of several words, the first of them at first. */
    static Choice choice(String name, List<String> options) {
        return new Choice(name, options, options.isEmpty() ? "" : options.get(0));
    }

    /** Yes or no. */
    static Toggle toggle(String name, boolean start) {
        return new Toggle(name, start);
    }

    /**
     * A number between two.
     *
     * @param step between neighbors
     * @param unit shown behind the number, for example {@code degrees}; possibly empty
     */
    record Slider(String name, double from, double to, double step, Double start, String unit) implements Knob {

        /**
         * @throws IllegalArgumentException if the range is empty, the start outside, or the step not above 0
         */
        public Slider {
            if (!(from < to) || !(start >= from && start <= to) || !(step > 0)) {
                throw new IllegalArgumentException(
                        "the slider %s must start between its ends, got %s in %s to %s in steps of %s"
                                .formatted(name, start, from, to, step));
            }
        }

        public Slider withStep(double value) {
            return new Slider(name, from, to, value, start, unit);
        }

        public Slider withUnit(String value) {
            return new Slider(name, from, to, step, start, value);
        }

        @Override
        public Map<String, Object> face() {
            return Map.of("kind", "slider", "name", name, "from", from, "to", to, "step", step, "unit", unit);
        }
    }

    /** One of several words. */
    record Choice(String name, List<String> options, String start) implements Knob {

        /**
         * @throws IllegalArgumentException if the start is none of the options
         */
        public Choice {
            options = List.copyOf(options);
            if (!options.contains(start)) {
                throw new IllegalArgumentException(
                        "the choice %s starts with one of %s, got \"%s\"".formatted(name, options, start));
            }
        }

        public Choice withStart(String value) {
            return new Choice(name, options, value);
        }

        @Override
        public Map<String, Object> face() {
            return Map.of("kind", "choice", "name", name, "options", options);
        }
    }

    /** Yes or no. */
    record Toggle(String name, Boolean start) implements Knob {

        @Override
        public Map<String, Object> face() {
            return Map.of("kind", "toggle", "name", name);
        }
    }
}
