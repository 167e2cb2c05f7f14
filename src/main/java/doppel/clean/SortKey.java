package doppel.clean;

import doppel.clean.MeasureOrder.Span;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What faces are sorted and grouped by: the 17 keys of faceswap's sort tool under its names, and four of ours.
 *
 * <pre>{@code
 * table.sortedBy(SortKey.BLUR);
 * table.groupedBy(SortKey.named("yaw"), 9);
 * }</pre>
 *
 * <p>A key is either a {@link Measure}, along which faces are sorted and in whose steps they are grouped, or a distance
 * between two faces: then a sort puts each face beside the one that is most like it, and a group is what is near one
 * face.
 *
 * <p>Book: chapter 4, "Preparing the training images", the sort tool.
 */
public enum SortKey {
    /** sharpness in space, the sharpest first */
    BLUR("blur", MeasureOrder.highestFirst(Measure.SHARPNESS)),
    /** sharpness in frequencies, the sharpest first */
    BLUR_FFT("blur-fft", MeasureOrder.highestFirst(Measure.SPECTRUM)),
    /** misalignment, the best aligned first */
    DISTANCE("distance", MeasureOrder.lowestFirst(Measure.MISALIGNMENT)),
    /** who it is, one person after the other; the groups are the people */
    FACE("face", new PersonOrder()),
    /** where the landmarks are, like beside like: pose and expression */
    FACE_CNN("face-cnn", NearestOrder.landmarks()),
    /** where the landmarks are, the most unusual first: what went astray */
    FACE_CNN_DISSIM("face-cnn-dissim", NearestOrder.landmarks().strangest()),
    /** turn to a side, the highest angle first; groups divide the half turn from -90 to 90 degrees */
    YAW("yaw", MeasureOrder.highestFirst(Measure.YAW, Span.HALF_TURN)),
    /** up and down, the highest angle first; groups divide the half turn from -90 to 90 degrees */
    PITCH("pitch", MeasureOrder.highestFirst(Measure.PITCH, Span.HALF_TURN)),
    /** tilt, the highest angle first; groups divide the half turn from -90 to 90 degrees */
    ROLL("roll", MeasureOrder.highestFirst(Measure.ROLL, Span.HALF_TURN)),
    /** gray values, like beside like: light */
    HIST("hist", NearestOrder.histogram()),
    /** gray values, the most unusual first */
    HIST_DISSIM("hist-dissim", NearestOrder.histogram().strangest()),
    /** share of black pixels, the blackest first; groups divide 0 to 1 */
    COLOR_BLACK("color-black", MeasureOrder.highestFirst(Measure.BLACK, Span.SHARE)),
    /** mean gray value, the lightest first */
    COLOR_GRAY("color-gray", MeasureOrder.highestFirst(Measure.GRAY)),
    /** mean of Y, the lightest first */
    COLOR_LUMA("color-luma", MeasureOrder.highestFirst(Measure.LUMA)),
    /** mean of Cg, the greenest first and the most purple last */
    COLOR_GREEN("color-green", MeasureOrder.highestFirst(Measure.GREEN)),
    /** mean of Co, the most orange first and the bluest last */
    COLOR_ORANGE("color-orange", MeasureOrder.highestFirst(Measure.ORANGE)),
    /** side of the face in pixels of the frame, the largest first */
    SIZE("size", MeasureOrder.highestFirst(Measure.SOURCE_PIXELS)),
    /** what the face adds to the others, the most first; repeated looks are last */
    NOVELTY("novelty", MeasureOrder.highestFirst(Measure.NOVELTY)),
    /** likeness to the person of the folder, the most alike first; strangers are last */
    LIKENESS("likeness", MeasureOrder.highestFirst(Measure.LIKENESS)),
    /** share that a hand or a thing hides, the least first; groups divide 0 to 1 */
    COVERED("covered", MeasureOrder.lowestFirst(Measure.COVERED, Span.SHARE)),
    /** leap of the landmarks between frames, the least first */
    JUMP("jump", MeasureOrder.lowestFirst(Measure.JUMP));

    private final String label;
    private final FaceOrder order;

    SortKey(String label, FaceOrder order) {
        this.label = label;
        this.order = order;
    }

    /**
     * @param label such as {@code blur-fft}
     * @throws IllegalArgumentException if there is none of that name; lists them
     */
    public static SortKey named(String label) {
        return Arrays.stream(values())
                .filter(key -> key.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no sort key \"%s\": take one of %s"
                        .formatted(
                                label,
                                Arrays.stream(values()).map(SortKey::label).collect(Collectors.joining(", ")))));
    }

    /** As the sort tool calls it. */
    public String label() {
        return label;
    }

    FaceOrder order() {
        return order;
    }
}
