package doppel.provenance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a consent is about. */
public enum Subject {
    /** an actor: rendered, nobody's face */
    @JsonProperty("synthetic")
    SYNTHETIC,
    /** a human being, who agreed */
    @JsonProperty("person")
    PERSON
}
