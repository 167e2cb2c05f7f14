package doppel.clean;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What "good" means in one respect: a named test that a face passes or fails, with the reason for it and its date.
 *
 * <pre>{@code
 * Rule.atLeast("sharp enough", "sharpness", 300).because("below it, lashes are gone")
 * Rule.of("eyes open or turned away", row -> row.eyes() > 0.15 || Math.abs(row.yaw()) > 30)
 * }</pre>
 *
 * <p>A limit can be written down, read again and argued about; code can test anything, and must be given again when its
 * book is read.
 *
 * <p>Book: chapter 4, "Preparing the training images"; chapter 8, "Getting data under control".
 *
 * @param name as decisions carry it, 1 to 60 characters
 * @param test what a face must pass
 * @param reason why the test is what it is; possibly empty
 * @param date when it was made so
 */
public record Rule(String name, Test test, String reason, LocalDate date) {

    private static final int LONGEST = 60;

    /** What a face passes or fails. */
    public sealed interface Test {
        boolean passes(FaceRow face);

        /** The test in words: {@code sharpness at least 300}. */
        String words();
    }

    /**
     * A measure within limits, both included. What could not be measured (NaN) fails.
     *
     * @param low least value, in the measure's unit; minus infinity for none
     * @param high greatest value, in the measure's unit; infinity for none
     */
    public record Limits(Measure measure, double low, double high) implements Test {

        /**
         * @throws IllegalArgumentException if a limit is not a number, or no face could ever pass or fail
         */
        public Limits {
            if (Double.isNaN(low)
                    || Double.isNaN(high)
                    || low == Double.POSITIVE_INFINITY
                    || high == Double.NEGATIVE_INFINITY
                    || Double.isInfinite(low) && Double.isInfinite(high)) {
                throw new IllegalArgumentException(
                        "%s needs a limit that is a finite number, got %s to %s".formatted(measure.label(), low, high));
            }
            if (low > high) {
                throw new IllegalArgumentException(
                        "%s cannot be at least %s and at most %s: swap the two".formatted(measure.label(), low, high));
            }
        }

        @Override
        public boolean passes(FaceRow face) {
            var value = measure.of(face);
            return value >= low && value <= high;
        }

        /** How far beyond the limits a face is, in the measure's unit: 0 if it passes, infinite if not measured. */
        double excess(FaceRow face) {
            var value = measure.of(face);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(0, Math.max(low - value, value - high));
        }

        @Override
        public String words() {
            var label = measure.label();
            if (Double.isInfinite(high)) {
                return "%s at least %s".formatted(label, plain(low));
            }
            return Double.isInfinite(low)
                    ? "%s at most %s".formatted(label, plain(high))
                    : "%s within %s to %s".formatted(label, plain(low), plain(high));
        }

        /** 300, not 300.0. */
        static String plain(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
    }

    /** Any test, written in Java. */
    public record Code(Predicate<FaceRow> predicate) implements Test {
        @Override
        public boolean passes(FaceRow face) {
            return predicate.test(face);
        }

        @Override
        public String words() {
            return "code";
        }
    }

    /**
     * @throws IllegalArgumentException if the name is blank, longer than 60 characters, not one line, or taken
     */
    public Rule {
        if (name.isBlank() || name.length() > LONGEST || !name.strip().equals(name) || !oneLine(name)) {
            throw new IllegalArgumentException(
                    "a rule's name has 1 to %d characters on one line, got \"%s\"; try \"sharp enough\""
                            .formatted(LONGEST, name.lines().findFirst().orElse("")));
        }
        if (name.equals(RuleBook.WHOLE)) {
            throw new IllegalArgumentException(
                    "\"%s\" is what every book calls damaged faces: take another name".formatted(RuleBook.WHOLE));
        }
    }

    /** A test in Java; a face passes if it is true. */
    public static Rule of(String name, Predicate<FaceRow> predicate) {
        return made(name, new Code(predicate));
    }

    /**
     * @param measure such as {@code sharpness}
     * @param limit in the measure's unit; a face that has just this passes
     * @throws IllegalArgumentException if there is no such measure, or the limit is not finite
     */
    public static Rule atLeast(String name, String measure, double limit) {
        return made(name, new Limits(Measure.named(measure), limit, Double.POSITIVE_INFINITY));
    }

    /**
     * @param measure such as {@code clipped}
     * @param limit in the measure's unit; a face that has just this passes
     * @throws IllegalArgumentException if there is no such measure, or the limit is not finite
     */
    public static Rule atMost(String name, String measure, double limit) {
        return made(name, new Limits(Measure.named(measure), Double.NEGATIVE_INFINITY, limit));
    }

    /**
     * @param measure such as {@code yaw}
     * @param low in the measure's unit
     * @param high in the measure's unit
     * @throws IllegalArgumentException if there is no such measure, or a limit is not finite, or they are swapped
     */
    public static Rule within(String name, String measure, double low, double high) {
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "a limit of %s must be a finite number, got %s to %s; try atLeast or atMost"
                            .formatted(measure, low, high));
        }
        return made(name, new Limits(Measure.named(measure), low, high));
    }

    /** The same with the reason for it, one sentence. */
    public Rule because(String reason) {
        return new Rule(name, test, reason, date);
    }

    /** The same with another date than today. */
    public Rule on(LocalDate date) {
        return new Rule(name, test, reason, date);
    }

    /**
     * @throws IllegalStateException if the code of the rule fails on this face; names both
     */
    public boolean passes(FaceRow face) {
        try {
            return test.passes(face);
        } catch (RuntimeException fault) {
            throw new IllegalStateException(
                    "rule \"%s\" broke on face %s with %s: mend its code".formatted(name, face.id(), fault), fault);
        }
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(name, test.words()) + (reason.isEmpty() ? "" : ", because " + reason);
    }

    private static Rule made(String name, Test test) {
        return new Rule(name, test, "", LocalDate.now());
    }

    private static boolean oneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
