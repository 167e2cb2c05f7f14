package doppel.actor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with a frame of a clip that shall teach how to clean data. */
public enum Fault {
    NONE,
    MOTION_BLUR,
    DARK,
    BLOWN_HIGHLIGHTS,
    OCCLUDER_MOUTH,
    OCCLUDER_EYES,
    SECOND_FACE,
    CUT_BY_EDGE,
    EYES_CLOSED,
    TRUNCATED;

    /** As label files have it: {@code motion-blur}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
