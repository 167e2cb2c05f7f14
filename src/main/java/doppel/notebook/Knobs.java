package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the knobs of a {@link Playground} stand.
 *
 * @param values by the knobs' names: {@code Double}, {@code String} or {@code Boolean}
 */
public record Knobs(Map<String, Object> values) {

    public Knobs {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Where a slider stands. */
    public double number(String name) {
        return value(name, Double.class, "slider");
    }

    /** Where a slider of whole numbers stands. */
    public int whole(String name) {
        return (int) Math.round(number(name));
    }

    /** The word that is chosen. */
    public String choice(String name) {
        return value(name, String.class, "choice");
    }

    /** Whether a toggle is on. */
    public boolean on(String name) {
        return value(name, Boolean.class, "toggle");
    }

    /** For example {@code coverage 0.7, mask hull, landmarks on}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + words(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    static Knobs start(List<Knob> knobs) {
        var values = new LinkedHashMap<String, Object>();
        knobs.forEach(knob -> values.put(knob.name(), knob.start()));
        return new Knobs(values);
    }

    /** As the page has turned them; what no knob can be turned to stays as it is. */
    Knobs turned(List<Knob> knobs, JsonNode page) {
        var turned = new LinkedHashMap<>(values);
        for (var knob : knobs) {
            var value = page.path(knob.name());
            if (knob instanceof Knob.Slider slider && value.isNumber()) {
                turned.put(slider.name(), Math.max(slider.from(), Math.min(value.asDouble(), slider.to())));
            } else if (knob instanceof Knob.Choice choice && choice.options().contains(value.asText())) {
                turned.put(choice.name(), value.asText());
            } else if (knob instanceof Knob.Toggle toggle && value.isBoolean()) {
                turned.put(toggle.name(), value.asBoolean());
            }
        }
        return new Knobs(turned);
    }

    private static String words(Object value) {
        if (value instanceof Boolean on) {
            return on ? "on" : "off";
        }
        return value instanceof Double number && number == Math.rint(number)
                ? "%.0f".formatted(number)
                : String.valueOf(value);
    }

    private <T> T value(String name, Class<T> type, String kind) {
        var value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "there is no %s named \"%s\": the knobs stand at %s".formatted(kind, name, this));
        }
        return type.cast(value);
    }
}
