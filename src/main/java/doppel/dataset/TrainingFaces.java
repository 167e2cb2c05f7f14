package doppel.dataset;

import doppel.align.CropOptions;
import doppel.clean.Decisions;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * All faces of one side, decoded once and kept in memory as bytes, with what each pixel counts.
 *
 * <p>The book's loader decodes every picture of every batch anew, in the thread that trains: at a batch of 16 that is
 * 64 files a step. Here 5,000 faces take 0.8 GB and no file is touched after the first step.
 *
 * <p>Book: chapter 6, "Training", the loading of the images.
 */
public final class TrainingFaces {

    private final CropWindow window;
    private final List<TrainingFace> faces;

    TrainingFaces(CropWindow window, List<TrainingFace> faces) {
        this.window = window;
        this.faces = List.copyOf(faces);
    }

    /**
     * Decodes the faces of a folder, those left out that were rejected.
     *
     * @param crop what the network learns from; its size is the batch's
     * @throws IllegalArgumentException if the folder holds no face, or the mask of a face is empty; names the face
     * @throws IOException if a picture is missing or damaged; names the file
     */
    public static TrainingFaces load(FaceFolder folder, CropOptions crop) throws IOException {
        return load(folder, Decisions.open(folder).remaining(), crop);
    }

    /**
     * Decodes these faces of a folder.
     *
     * @param crop what the network learns from; its size is the batch's
     * @throws IllegalArgumentException if there is no face, or the mask of a face is empty; names the face
     * @throws IOException if a picture is missing or damaged; names the file
     */
    public static TrainingFaces load(FaceFolder folder, List<FaceRecord> records, CropOptions crop) throws IOException {
        if (records.isEmpty()) {
            throw new IllegalArgumentException(
                    folder.path() + " holds no face: extract a clip that shows one, or keep at least one face");
        }
        var window = CropWindow.of(folder.crop(), crop);
        try {
            return new TrainingFaces(
                    window,
                    records.parallelStream()
                            .map(face -> read(folder, face, window))
                            .toList());
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    /**
     * Takes faces that are in memory already.
     *
     * @param pictures aligned faces, cut as {@code stored} says
     * @param masks one a picture, of the same size
     * @param landmarks one a picture, in pixels of the picture
     * @param crop what the network learns from; its size is the batch's
     * @throws IllegalArgumentException if the lists are empty or differ in length, a size is wrong, or a mask is empty
     */
    public static TrainingFaces of(
            List<BufferedImage> pictures,
            List<Mask> masks,
            List<Landmarks> landmarks,
            CropOptions stored,
            CropOptions crop) {
        if (pictures.isEmpty() || pictures.size() != masks.size() || pictures.size() != landmarks.size()) {
            throw new IllegalArgumentException(
                    "training needs pictures with one mask and one set of landmarks each, got %d, %d and %d"
                            .formatted(pictures.size(), masks.size(), landmarks.size()));
        }
        var window = CropWindow.of(stored, crop);
        var toFaceUnits = stored.fromFaceUnits().inverse();
        return new TrainingFaces(
                window,
                IntStream.range(0, pictures.size())
                        .mapToObj(i -> TrainingFace.cut(
                                "face " + i,
                                pictures.get(i),
                                masks.get(i),
                                toFaceUnits.apply(landmarks.get(i).points()),
                                window))
                        .toList());
    }

    /**
     * Bytes that one face takes in memory.
     *
     * @param stored how the face was stored
     * @param crop what the network learns from
     */
    public static long bytesAFace(CropOptions stored, CropOptions crop) {
        var window = CropWindow.of(stored, crop);
        var side = crop.size() + 2L * window.margin();
        return FaceParts.COUNT * side * side + 3L * window.width() * window.height();
    }

    /** How many there are. */
    public int size() {
        return faces.size();
    }

    /** What each picture shows, and its size. */
    public CropOptions crop() {
        return window.crop();
    }

    /** The face of this number as the network sees it without augmentation, {@code crop().size()} square. */
    public BufferedImage picture(int number) {
        return picture(faces.get(number), window);
    }

    static BufferedImage picture(TrainingFace face, CropWindow window) {
        try (var scope = new PointerScope()) {
            var cutter = new FaceCutter(window);
            var crop = new Mat();
            cutter.take(face);
            cutter.straight(crop);
            opencv_imgproc.cvtColor(crop, crop, opencv_imgproc.COLOR_RGB2BGR);
            return Mats.picture(crop);
        }
    }

    CropWindow window() {
        return window;
    }

    TrainingFace face(int number) {
        return faces.get(number);
    }

    /** The number of any one of them, each as likely as the others, whatever was drawn before. */
    int draw(RandomGenerator random) {
        return random.nextInt(faces.size());
    }

    private static TrainingFace read(FaceFolder folder, FaceRecord face, CropWindow window) {
        try {
            return TrainingFace.cut(
                    "face " + face.id() + " of " + folder.path(),
                    folder.picture(face),
                    folder.mask(face),
                    face.toFaceUnits().apply(face.landmarks().points()),
                    window);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
