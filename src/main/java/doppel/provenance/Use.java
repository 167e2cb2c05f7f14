package doppel.provenance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a consent can permit: each act of Doppel that touches a face asks for one of these. */
public enum Use {
    /** to be one of the two people whom a model learns */
    @JsonProperty("train")
    TRAIN,
    /** to be painted over, or painted, in a clip */
    @JsonProperty("swap")
    SWAP;

    /** As it stands in a record and on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
