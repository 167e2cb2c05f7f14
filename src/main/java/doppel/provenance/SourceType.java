package doppel.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * How a picture came to be, in the words that the press agreed on, so that any program can read them.
 *
 * <p>Book: chapter 2, "Preventing damage from deepfakes". Source: IPTC, <em>Digital Source Type NewsCodes</em>.
 */
public enum SourceType {
    /** a camera's picture with a generated face in it: a swap */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
    /** generated altogether: a preview */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** rendered by a program that was not trained: an actor */
    DIGITAL_CREATION("digitalCreation"),
    /** as a camera saw it: a recording */
    DIGITAL_CAPTURE("digitalCapture");

    private static final String SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final String code;

    SourceType(String code) {
        this.code = code;
    }

    /** The name that other programs know it by. */
    @JsonValue
    public String uri() {
        return SCHEME + code;
    }

    /**
     * @throws IllegalArgumentException if it is none of these
     */
    @JsonCreator
    public static SourceType of(String uri) {
        return Arrays.stream(values())
                .filter(type -> type.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a source type that Doppel writes: expected one of %s"
                                .formatted(
                                        uri,
                                        Arrays.stream(values())
                                                .map(SourceType::uri)
                                                .toList())));
    }
}
