package doppel.clean;

import doppel.actor.FaultKind;
import doppel.actor.MessyFolder;
import doppel.actor.Planted;
import doppel.extract.FaceRecord;
import doppel.extract.FrameRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well a rule book finds the faults that were planted in a {@link MessyFolder}, one line a kind of fault.
 *
 * <p>A rule is asked for one kind: the rule about brightness for dark faces. Whatever else it fails is a false alarm, also
 * a face that has another fault. A duplicate is found if either of the two faces fails. Pictures in which no face was
 * found are nobody's mistake: nothing is learned from them.
 *
 * <p>Book: chapter 8, "Getting data under control".
 *
 * @param scores in the order of {@link FaultKind}; kinds without a rule are left out
 */
public record FaultScores(List<Score> scores) {

    /** What a rule measures to find a kind of fault. */
    private static final Map<Measure, FaultKind> KINDS = Map.of(
            Measure.NOVELTY, FaultKind.DUPLICATE,
            Measure.LIKENESS, FaultKind.WRONG_PERSON,
            Measure.IN_FRAME, FaultKind.CUT_OFF,
            Measure.BRIGHTNESS, FaultKind.DARK,
            Measure.CLIPPED, FaultKind.BLOWN_OUT,
            Measure.SHARPNESS, FaultKind.BLURRED,
            Measure.COVERED, FaultKind.OCCLUDED,
            Measure.EYES, FaultKind.EYES_CLOSED);

    /**
     * One kind of fault.
     *
     * @param rule that shall find it
     * @param found faults that fail the rule
     * @param alarms faces that fail the rule and have not this fault
     * @param missed faults that pass it
     */
    public record Score(FaultKind kind, String rule, int found, int alarms, int missed) {

        /** The share of what fails the rule that has the fault, 0 to 1; 1 if nothing fails. */
        public double precision() {
            return found + alarms == 0 ? 1 : (double) found / (found + alarms);
        }

        /** The share of the faults that fail the rule, 0 to 1; 1 if there is none. */
        public double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }
    }

    public FaultScores {
        scores = List.copyOf(scores);
    }

    /**
     * @param report of a table of the folder's faces, as an extraction with all faces of a frame found them
     * @param messy the pictures that these faces are from
     */
    public static FaultScores of(RuleReport report, MessyFolder messy) {
        var rules = new LinkedHashMap<FaultKind, Rule>();
        for (var rule : report.book().rules()) {
            if (rule.test() instanceof Rule.Limits limits) {
                Optional.ofNullable(KINDS.get(limits.measure())).ifPresent(kind -> rules.put(kind, rule));
            }
        }
        var scores = new ArrayList<Score>();
        scores.add(damaged(report, messy));
        for (var kind : FaultKind.values()) {
            if (rules.containsKey(kind)) {
                var rule = rules.get(kind).name();
                scores.add(kind == FaultKind.DUPLICATE ? pairs(report, messy, rule) : faces(report, messy, kind, rule));
            }
        }
        return new FaultScores(scores);
    }

    /**
     * @throws IllegalArgumentException if no rule was asked for this kind
     */
    public Score of(FaultKind kind) {
        return scores.stream()
                .filter(score -> score.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of the book is about %s: take one of %s"
                        .formatted(
                                kind.label(),
                                scores.stream()
                                        .map(score -> score.kind().label())
                                        .collect(Collectors.joining(", ")))));
    }

    /** One row a kind: fault, rule, found, false alarms, missed, precision, recall. */
    public Table table() {
        return Table.create("planted faults")
                .addColumns(
                        StringColumn.create("fault", scores.stream().map(score -> score.kind()
                                .label())),
                        StringColumn.create("rule", scores.stream().map(Score::rule)),
                        IntColumn.create(
                                "found", scores.stream().mapToInt(Score::found).toArray()),
                        IntColumn.create(
                                "false alarms",
                                scores.stream().mapToInt(Score::alarms).toArray()),
                        IntColumn.create(
                                "missed",
                                scores.stream().mapToInt(Score::missed).toArray()),
                        DoubleColumn.create(
                                "precision",
                                scores.stream()
                                        .mapToDouble(score -> rounded(score.precision()))
                                        .toArray()),
                        DoubleColumn.create(
                                "recall",
                                scores.stream()
                                        .mapToDouble(score -> rounded(score.recall()))
                                        .toArray()));
    }

    /** Pictures, not faces: of a damaged picture there is none. */
    private static Score damaged(RuleReport report, MessyFolder messy) {
        var listed = report.faces().folder().frames().stream()
                .filter(FrameRecord::damaged)
                .map(FrameRecord::frame)
                .collect(Collectors.toSet());
        var planted = messy.planted().stream()
                .filter(picture -> picture.fault() == FaultKind.DAMAGED)
                .map(Planted::frame)
                .collect(Collectors.toSet());
        return score(FaultKind.DAMAGED, RuleBook.WHOLE, planted, listed);
    }

    private static Score faces(RuleReport report, MessyFolder messy, FaultKind kind, String rule) {
        Predicate<FaceRecord> has = face -> fault(face, messy) == kind;
        var all = report.faces().faces();
        return score(kind, rule, ids(all.stream().filter(has).toList()), ids(report.failing(rule)));
    }

    /** Either of a pair may be the one that is thrown away. */
    private static Score pairs(RuleReport report, MessyFolder messy, String rule) {
        var failing = report.failing(rule).stream().map(FaceRecord::frame).collect(Collectors.toSet());
        var seen = report.faces().faces().stream().map(FaceRecord::frame).collect(Collectors.toSet());
        var paired = new HashSet<Integer>();
        var found = 0;
        var missed = 0;
        for (var picture : messy.planted()) {
            if (picture.fault() == FaultKind.DUPLICATE
                    && seen.contains(picture.frame())
                    && seen.contains(picture.like())) {
                paired.addAll(List.of(picture.frame(), picture.like()));
                if (failing.contains(picture.frame()) || failing.contains(picture.like())) {
                    found++;
                } else {
                    missed++;
                }
            }
        }
        failing.removeAll(paired);
        return new Score(FaultKind.DUPLICATE, rule, found, failing.size(), missed);
    }

    /** Of two people in a picture, one is a stranger, and the other has no fault. */
    private static FaultKind fault(FaceRecord face, MessyFolder messy) {
        var picture = messy.planted().get(face.frame());
        if (picture.fault() != FaultKind.SECOND_FACE) {
            return picture.fault();
        }
        var box = face.box();
        var x = picture.stranger().get(0);
        var y = picture.stranger().get(1);
        var stranger = x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
        return stranger ? FaultKind.WRONG_PERSON : FaultKind.NONE;
    }

    private static <T> Score score(FaultKind kind, String rule, Set<T> planted, Set<T> failing) {
        var found = (int) planted.stream().filter(failing::contains).count();
        return new Score(kind, rule, found, failing.size() - found, planted.size() - found);
    }

    private static Set<String> ids(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::id).collect(Collectors.toSet());
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
