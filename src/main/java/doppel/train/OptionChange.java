package doppel.train;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One option of a run that became another, and when: a line of {@code changes.jsonl}.
 *
 * <p>Whoever turns a knob while the network learns has trained with two options. What is not written down, nobody can
 * repeat. A run also turns knobs by itself: it halves the rate when it falls apart, and fits in the end.
 *
 * @param step steps that were taken before; the next one is the first that went the new way
 * @param seconds trained before
 * @param what name of the option, such as {@code learningRate} or {@code learn.augment.warp}
 * @param from its value before
 * @param to its value since
 * @param reason why, if the run did it by itself; empty if somebody asked for it
 */
public record OptionChange(int step, double seconds, String what, String from, String to, String reason) {

    /** Besides augmentation and schedule: what a run may change and still be the same run. */
    private static final Set<String> FREE = Set.of(
            "learningRate",
            "steps",
            "minutes",
            "checkpointSeconds",
            "previewSeconds",
            "learn.optimizer.weightDecay",
            "learn.optimizer.clip");

    /** That somebody asked for. */
    public OptionChange(int step, double seconds, String what, String from, String to) {
        this(step, seconds, what, from, to, "");
    }

    /** Each option in which the two differ, in the order of their components. */
    static List<OptionChange> between(int step, double seconds, TrainOptions before, TrainOptions after) {
        var values = values(before);
        var changes = new ArrayList<OptionChange>();
        values(after).forEach((what, to) -> {
            var from = values.get(what);
            if (!from.equals(to)) {
                changes.add(new OptionChange(step, seconds, what, from, to));
            }
        });
        return List.copyOf(changes);
    }

    /**
     * Whether a run may do this and still be the same run: budget, intervals, augmentation, rate and its schedule, clipping
     * and decay. What Adam and the mean of the weights remember would not fit another beta1, kind or average, and another
     * number of batches a step would be other faces.
     */
    boolean allowed() {
        return FREE.contains(what) || what.startsWith("learn.augment.") || what.startsWith("learn.schedule.");
    }

    /** Whether it changed how the network learns, and not only how often the run is saved or drawn. */
    public boolean ofLearning() {
        return !what.endsWith("Seconds");
    }

    /** For a line of a page: {@code warp 0.0195 to 0.03}, {@code learningRate 0.0015 to 0.00075: loss of side A NaN}. */
    public String words() {
        var words = "%s %s to %s".formatted(what.substring(what.lastIndexOf('.') + 1), rounded(from), rounded(to));
        return reason.isEmpty() ? words : words + ": " + reason;
    }

    private static String rounded(String value) {
        return value.matches("[-+.0-9Ee]+")
                ? new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }

    private static Map<String, String> values(TrainOptions options) {
        var values = new LinkedHashMap<String, String>();
        collect("", Json.mapper().valueToTree(options), values);
        return values;
    }

    private static void collect(String name, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            var start = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(part -> collect(start + part.getKey(), part.getValue(), into));
        } else {
            into.put(name, text(node));
        }
    }

    /** The elements of a list with commas between them, such as {@code ABSOLUTE 1.0, STRUCTURE 1.0}. */
    private static String text(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.asText();
        }
        return node.valueStream().map(OptionChange::text).collect(Collectors.joining(node.isArray() ? ", " : " "));
    }
}
