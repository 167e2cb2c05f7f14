package doppel.repair;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import doppel.geometry.Box;
import doppel.landmark.Landmarks;

/**
 * One thing that is set right in a face folder, as {@code repairs.json} keeps it.
 *
 * <p>Book: chapter 4, "Preparing the training images"; beyond the book, which mends by deleting.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "repair")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Repair.Smooth.class, name = "smooth"),
    @JsonSubTypes.Type(value = Repair.Copy.class, name = "copy"),
    @JsonSubTypes.Type(value = Repair.Between.class, name = "between"),
    @JsonSubTypes.Type(value = Repair.Draw.class, name = "draw"),
    @JsonSubTypes.Type(value = Repair.Place.class, name = "place"),
    @JsonSubTypes.Type(value = Repair.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = Repair.Retouch.class, name = "retouch")
})
public sealed interface Repair {

    /**
     * Steadies the landmarks of all faces over time.
     *
     * @param window how many frames each answer looks at, odd
     */
    record Smooth(int window) implements Repair {}

    /**
     * A face stands where it stood in another frame.
     *
     * @param frame that is mended
     * @param from frame whose landmarks it takes
     */
    record Copy(int frame, int from) implements Repair {}

    /**
     * A face stands on the straight way from one frame to another.
     *
     * @param frame that is mended
     * @param before an earlier frame
     * @param after a later one
     */
    record Between(int frame, int before, int after) implements Repair {}

    /**
     * Landmarks are looked for in a box that somebody drew.
     *
     * @param frame that is mended
     * @param box in frame pixels
     */
    record Draw(int frame, Box box) implements Repair {}

    /**
     * Landmarks that somebody set by hand, or that come from another tool.
     *
     * @param face id
     * @param landmarks in frame pixels
     */
    record Place(String face, Landmarks landmarks) implements Repair {}

    /**
     * A face is left out.
     *
     * @param face id
     */
    record Remove(String face) implements Repair {}

    /**
     * The pictures of all faces are changed by a function.
     *
     * @param name of what it does; the function itself is in no file
     */
    record Retouch(String name) implements Repair {}
}
