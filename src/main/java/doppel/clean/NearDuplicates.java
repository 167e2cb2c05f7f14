package doppel.clean;

import doppel.align.CropOptions;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Faces that show what another face shows already.
 *
 * <p>A clip has 25 pictures a second, and a person who listens moves little: hundreds of faces of one look make the
 * network learn that look, and the others less. Two faces are compared as small pictures, 24 pixels a side, after the
 * alignment has taken out where they are.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class NearDuplicates {

    private static final int SIDE = 24;

    private final List<FaceRecord> faces;
    private final List<byte[]> looks;

    private NearDuplicates(List<FaceRecord> faces, List<byte[]> looks) {
        this.faces = List.copyOf(faces);
        this.looks = List.copyOf(looks);
    }

    /**
     * @throws IOException if a picture cannot be read
     */
    public static NearDuplicates of(FaceFolder folder) throws IOException {
        try {
            return new NearDuplicates(
                    folder.faces(),
                    folder.faces().parallelStream()
                            .map(face -> look(folder, face))
                            .toList());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return faces;
    }

    /** The difference of each face to the one before it, in gray values of 255; 0 for the first. */
    public double[] steps() {
        var steps = new double[looks.size()];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = difference(looks.get(i), looks.get(i - 1));
        }
        return steps;
    }

    /**
     * A thinned set: each face differs from every other one in it.
     *
     * @param limit least mean difference, gray values of 255; below 1 only noise goes, above 10 variety goes too
     */
    public List<FaceRecord> distinct(double limit) {
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < looks.size(); i++) {
            var look = looks.get(i);
            if (kept.stream().allMatch(other -> differ(looks.get(other), look, limit))) {
                kept.add(i);
            }
        }
        return kept.stream().map(faces::get).toList();
    }

    /** The faces that {@link #distinct} leaves out. */
    public List<FaceRecord> repeated(double limit) {
        var repeated = new ArrayList<>(faces);
        repeated.removeAll(distinct(limit));
        return List.copyOf(repeated);
    }

    private static double difference(byte[] a, byte[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return (double) sum / a.length;
    }

    /** Whether the difference is {@code limit} or more; most pairs are told apart by their first pixels. */
    private static boolean differ(byte[] a, byte[] b, double limit) {
        var enough = limit * a.length;
        long sum = 0;
        for (int i = 0; i < a.length && sum < enough; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum >= enough;
    }

    private static byte[] look(FaceFolder folder, FaceRecord face) {
        try {
            var toLook = folder.crop()
                    .fromFaceUnits()
                    .inverse()
                    .then(CropOptions.training(SIDE).fromFaceUnits());
            var small = Warp.picture(folder.picture(face), toLook, SIDE, SIDE, Warp.Outside.EDGE);
            return bytes(Mats.bgr(small));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
