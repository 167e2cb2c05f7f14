package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.clean.Decisions;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On faces that were extracted from the clip of an actor. */
class FolderTest {

    private static final CropOptions CROP = CropOptions.training(64);

    @TempDir
    private static Path extracted;

    private static FaceFolder folder;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void extractFourFaces() throws IOException {
        folder = new FaceExtractor(ModelFiles.in(Path.of("data", "models")))
                .extract(
                        Path.of("data", "samples", "actor-b.mp4"),
                        "actor-b",
                        extracted.resolve("faces"),
                        ExtractOptions.standard().withEveryNth(90),
                        step -> {});
    }

    @Test
    void defect28_facesAreDecodedOnceAndInTheBackground() throws IOException, InterruptedException {
        var copy = copy();
        var faces = TrainingFaces.load(copy, CROP);
        assertEquals(4, faces.size());
        delete(copy.path());
        try (var batches = new FaceBatches(faces, faces, AugmentOptions.quick(), 6, 1, 1)) {
            for (int step = 1; step < 10; step++) {
                try (var batch = batches.take()) {
                    assertEquals(step, batch.step());
                }
            }
        }
    }

    @Test
    void aLoadedFaceShowsWhatTheFolderHolds() throws IOException {
        var record = folder.faces().get(2);
        var toPicture = record.toFaceUnits().then(folder.crop().fromFaceUnits());
        var fromMemory = TrainingFaces.of(
                List.of(folder.picture(record)),
                List.of(folder.mask(record)),
                List.of(new Landmarks(toPicture.apply(record.landmarks().points()))),
                folder.crop(),
                CROP);
        var loaded = TrainingFaces.load(folder, CROP);
        assertArrayEquals(bytes(fromMemory.picture(0)), bytes(loaded.picture(2)));
    }

    @Test
    void theEyesOfARealFaceWeighMost() throws IOException, InterruptedException {
        var faces = TrainingFaces.load(folder, CROP);
        var weights =
                BatchPixels.first(faces, faces, AugmentOptions.none(), 4, 1).weights();
        double most = 0;
        double sum = 0;
        for (var weight : weights) {
            most = Math.max(most, weight);
            sum += weight;
        }
        assertEquals(1 + Emphasis.usual().eyes(), most, 0.05);
        assertTrue(sum / weights.length > 0.2 && sum / weights.length < 1.2, "mean weight " + sum / weights.length);
    }

    @Test
    void rejectedFacesAreLeftOut() throws IOException {
        var copy = copy();
        Decisions.open(copy).reject(copy.faces().get(1).id(), Decisions.HAND);
        var faces = TrainingFaces.load(copy, CROP);
        assertEquals(3, faces.size());
        assertArrayEquals(bytes(TrainingFaces.load(folder, CROP).picture(2)), bytes(faces.picture(1)));
        Decisions.open(copy).undo();
        assertEquals(4, TrainingFaces.load(copy, CROP).size());
    }

    @Test
    void aFolderWithoutAFaceIsRefused() throws IOException {
        var empty = Files.createDirectory(temporary.resolve("empty"));
        Files.copy(folder.path().resolve("source.json"), empty.resolve("source.json"));
        var nobody = FaceFolder.open(empty);
        var fault = assertThrows(IllegalArgumentException.class, () -> TrainingFaces.load(nobody, CROP));
        assertEquals(
                empty + " holds no face: extract a clip that shows one, or keep at least one face", fault.getMessage());
    }

    @Test
    void aTruncatedPictureIsNamed() throws IOException {
        var copy = copy();
        var name = copy.faces().get(1).aligned().path();
        var file = copy.path().resolve(name);
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        var fault = assertThrows(IOException.class, () -> TrainingFaces.load(copy, CROP));
        assertTrue(fault.getMessage().contains(name.substring(name.lastIndexOf('/') + 1)), fault.getMessage());
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    /** For tests that break it. */
    private FaceFolder copy() throws IOException {
        var copy = temporary.resolve("copy");
        try (var files = Files.walk(folder.path())) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(folder.path().relativize(file).toString()));
            }
        }
        return FaceFolder.open(copy);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
