package doppel.provenance;

/**
 * What an output says about itself: to people through its label, to programs through its source type.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker", on deception.
 *
 * @param label drawn into every made picture: 3 to 40 plain ASCII characters, because the lettering that needs no installed
 *     fonts has no others
 * @param sourceType written into the file
 */
public record Marks(String label, SourceType sourceType) {

    /**
     * @throws IllegalArgumentException if the label is not 3 to 40 printable ASCII characters
     */
    public Marks {
        if (!label.matches("[ -~]{3,40}") || label.isBlank()) {
            throw new IllegalArgumentException(
                    "a label has 3 to 40 plain ASCII characters, got \"%s\"; try \"AI-generated face swap\""
                            .formatted(label));
        }
    }

    /** A target clip with another face in it. */
    public static Marks swap() {
        return new Marks("AI-generated face swap", SourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    /** Faces straight from a decoder. */
    public static Marks preview() {
        return new Marks("AI-generated faces", SourceType.TRAINED_ALGORITHMIC_MEDIA);
    }

    /** A synthetic person, rendered. */
    public static Marks actor() {
        return new Marks("Synthetic actor", SourceType.DIGITAL_CREATION);
    }

    /** A real person as the camera saw them: nothing is made, so the label stays in the manifest. */
    public static Marks recording() {
        return new Marks("Camera recording", SourceType.DIGITAL_CAPTURE);
    }
}
