package doppel.clean;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One line of {@code decisions.jsonl}: one act, of a hand or a rule book, that is undone as a whole.
 *
 * @param act what was done
 * @param rulings what was decided, by whom, about which faces; none for undo and redo, which take back or repeat another
 *     line
 * @param time of the act
 */
record DecisionLine(Act act, List<Ruling> rulings, Instant time) {

    DecisionLine {
        rulings = rulings.stream().filter(ruling -> !ruling.faces().isEmpty()).toList();
    }

    /** What can be done. */
    enum Act {
        DECIDE,
        UNDO,
        REDO
    }

    /**
     * One decision about some faces.
     *
     * @param by {@code hand}, or a rule with its book and version: {@code workshop 2: sharp enough}
     * @param faces their ids
     */
    record Ruling(Decision decision, String by, List<String> faces) {
        Ruling {
            faces = List.copyOf(faces);
        }
    }

    static DecisionLine deciding(List<Ruling> rulings) {
        return new DecisionLine(Act.DECIDE, rulings, Instant.now());
    }

    static DecisionLine of(Act act) {
        return new DecisionLine(act, List.of(), Instant.now());
    }

    /**
     * Reads a line, also one of the older form {@code {"act":"REJECT","faces":[...],"by":"hand","time":...}}, which held
     * a single ruling.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DecisionLine read(JsonNode line) throws IOException {
        var time = part(line, "time", Instant.class);
        if (line.has("rulings")) {
            return new DecisionLine(part(line, "act", Act.class), List.of(part(line, "rulings", Ruling[].class)), time);
        }
        var act = line.path("act").asText();
        return switch (act) {
            case "UNDO", "REDO" -> new DecisionLine(Act.valueOf(act), List.of(), time);
            case "KEEP" -> single(Decision.KEPT, line, time);
            case "REJECT" -> single(Decision.REJECTED, line, time);
            case "CLEAR" -> single(Decision.UNDECIDED, line, time);
            default -> throw new IOException("there is no act \"%s\"".formatted(act));
        };
    }

    private static DecisionLine single(Decision decision, JsonNode line, Instant time) throws IOException {
        var faces = part(line, "faces", String[].class);
        return new DecisionLine(
                Act.DECIDE, List.of(new Ruling(decision, part(line, "by", String.class), List.of(faces))), time);
    }

    private static <T> T part(JsonNode line, String name, Class<T> type) throws IOException {
        if (!line.hasNonNull(name)) {
            throw new IOException("it has no \"%s\"".formatted(name));
        }
        return Json.mapper()
                .readerFor(type)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .readValue(line.get(name));
    }
}
