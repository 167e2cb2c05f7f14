package doppel.extract;

import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.geometry.Box;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;

/**
 * One line of a face folder: all that is known of one face but its pixels.
 *
 * <p>Book: chapter 5, {@code face_alignments.json}, which keeps the landmarks and a matrix and nothing else.
 *
 * @param version of this schema, {@value #VERSION}
 * @param id frame and place in it, {@code 000123-0}; never renumbered, so a picture, a mask and a decision that carry
 *     it can never belong to different faces
 * @param origin the frame it was cut from
 * @param detected box, score and six points, in frame pixels
 * @param landmarks in frame pixels
 * @param toFaceUnits from frame pixels to face units: the unit box of the mean face, whatever the size
 * @param pose degrees
 * @param aligned the aligned face
 * @param mask its mask, of the same size
 */
public record FaceRecord(
        int version,
        String id,
        Origin origin,
        DetectedFace detected,
        Landmarks landmarks,
        Similarity toFaceUnits,
        HeadPose pose,
        StoredPicture aligned,
        StoredPicture mask) {

    public static final int VERSION = 1;

    /**
     * @throws IllegalArgumentException if the schema is another one
     */
    public FaceRecord {
        if (version != VERSION) {
            throw new IllegalArgumentException("this face record has schema %d and this Doppel reads %d: extract again"
                    .formatted(version, VERSION));
        }
    }

    /**
     * The frame that a face was cut from.
     *
     * @param frame number in the clip, from 0
     * @param seconds since the clip's start
     * @param width of the frame, pixels
     * @param height of the frame, pixels
     */
    public record Origin(int frame, double seconds, int width, int height) {}

    public int frame() {
        return origin.frame();
    }

    public double seconds() {
        return origin.seconds();
    }

    public Box box() {
        return detected.box();
    }

    public double score() {
        return detected.score();
    }
}
