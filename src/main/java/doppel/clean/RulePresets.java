package doppel.clean;

import java.time.LocalDate;
import java.util.List;

/** The rule books that come with Doppel. Limits were measured on rendered people with planted faults. */
final class RulePresets {

    private static final LocalDate MADE = LocalDate.of(2026, 11, 23);

    private RulePresets() {}

    static RuleBook standard() {
        return book(
                "standard",
                Rule.atLeast("in the frame", "inFrame", 0.99)
                        .because("the network would learn the frame's edge as part of the face"),
                Rule.atLeast("sharp enough", "sharpness", 190).because("a blurred face teaches blurred faces"),
                Rule.atLeast("lit", "brightness", 25).because("in the dark there is noise and no face"),
                Rule.atMost("not blown out", "clipped", 0.2).because("white is white whatever was there"),
                Rule.atMost("uncovered", "covered", 0.25).because("a hand in front is not a part of the face"),
                Rule.atLeast("same person", "likeness", 0.36).because("each side learns one person"),
                Rule.atLeast("new", "novelty", 0.88).because("a picture twice weighs twice and teaches once"));
    }

    static RuleBook strict() {
        return book(
                "strict",
                Rule.atLeast("in the frame", "inFrame", 1).because("all of the face can be had"),
                Rule.atLeast("sharp enough", "sharpness", 300).because("detail that was never seen is never learned"),
                Rule.atLeast("lit", "brightness", 35).because("dark faces have little color"),
                Rule.atMost("not blown out", "clipped", 0.05).because("small highlights are enough"),
                Rule.atMost("uncovered", "covered", 0.15).because("also a finger is not a part of the face"),
                Rule.atLeast("same person", "likeness", 0.5).because("each side learns one person"),
                Rule.atLeast("new", "novelty", 2).because("noise is no variety"));
    }

    static RuleBook lean() {
        return book(
                "lean",
                Rule.atLeast("new", "novelty", 3).because("500 faces that differ teach more than 5,000 that do not"));
    }

    private static RuleBook book(String name, Rule... rules) {
        return new RuleBook(
                name,
                1,
                MADE,
                List.of(rules).stream().map(rule -> rule.on(MADE)).toList());
    }
}
