package doppel.actor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What can be wrong with a picture of a person, in the words of a rule book: the clip's faults, and what else goes wrong
 * when pictures are collected.
 *
 * <p>Book: chapter 4, "Preparing the training images"; chapter 8, "Getting data under control".
 */
public enum FaultKind {
    NONE,
    /** no whole picture: cut short, empty, no picture at all, far too large, or not in the folder */
    DAMAGED,
    /** the same picture again, saved another time */
    DUPLICATE,
    WRONG_PERSON,
    /** the person, and another one beside them */
    SECOND_FACE,
    CUT_OFF,
    DARK,
    BLOWN_OUT,
    BLURRED,
    OCCLUDED,
    EYES_CLOSED;

    static FaultKind of(Fault fault) {
        return switch (fault) {
            case NONE -> NONE;
            case MOTION_BLUR -> BLURRED;
            case DARK -> DARK;
            case BLOWN_HIGHLIGHTS -> BLOWN_OUT;
            case OCCLUDER_MOUTH, OCCLUDER_EYES -> OCCLUDED;
            case SECOND_FACE -> SECOND_FACE;
            case CUT_BY_EDGE -> CUT_OFF;
            case EYES_CLOSED -> EYES_CLOSED;
            case TRUNCATED -> DAMAGED;
        };
    }

    /** As label files have it: {@code wrong-person}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
