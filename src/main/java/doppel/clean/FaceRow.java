package doppel.clean;

import doppel.align.HeadPose;
import doppel.extract.FaceRecord;

/**
 * One face in the table: all that is known of it, under the names that rules use.
 *
 * <pre>{@code
 * Rule.of("sharp enough", row -> row.sharpness() > 300)
 * }</pre>
 *
 * <p>Each number is described where its {@link Measure} is.
 *
 * @param face its record
 * @param own what its pixels and landmarks say, whatever else is in the folder
 * @param standing how it compares with the folder's other faces
 */
public record FaceRow(FaceRecord face, FaceMeasures own, Standing standing) {

    public String id() {
        return face.id();
    }

    public int frame() {
        return face.frame();
    }

    public double seconds() {
        return face.seconds();
    }

    public double score() {
        return face.score();
    }

    public HeadPose pose() {
        return face.pose();
    }

    public double yaw() {
        return pose().yaw();
    }

    public double pitch() {
        return pose().pitch();
    }

    public double roll() {
        return pose().roll();
    }

    public double sourcePixels() {
        return own.sourcePixels();
    }

    public double sharpness() {
        return own.focus().sharpness();
    }

    public double spectrum() {
        return own.focus().spectrum();
    }

    public double misalignment() {
        return own.shape().misalignment();
    }

    public double mouth() {
        return own.shape().mouth();
    }

    public double eyes() {
        return own.shape().eyes();
    }

    public double brightness() {
        return own.light().brightness();
    }

    public double contrast() {
        return own.light().contrast();
    }

    public double balance() {
        return own.light().balance();
    }

    public double redness() {
        return own.light().redness();
    }

    public double yellowness() {
        return own.light().yellowness();
    }

    public double black() {
        return own.exposure().black();
    }

    public double clipped() {
        return own.exposure().clipped();
    }

    public double inFrame() {
        return own.inFrame();
    }

    public double likeness() {
        return standing.likeness();
    }

    public int cluster() {
        return standing.cluster();
    }

    public double novelty() {
        return standing.novelty();
    }

    public double jump() {
        return standing.jump();
    }

    public double covered() {
        return standing.covered();
    }
}
