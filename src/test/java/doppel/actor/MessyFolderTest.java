package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessyFolderTest {

    private static final Path SAMPLES = Path.of("data", "samples");

    @TempDir
    private static Path temporary;

    private static MessyFolder messy;

    @BeforeAll
    static void plant() throws IOException {
        messy = MessyFolder.plant(SAMPLES, temporary.resolve("messy"), MessyFolder.FEWEST, 3);
    }

    @Test
    void everyPictureHasALineInTheOrderOfItsName() throws IOException {
        try (var files = Files.list(messy.pictures())) {
            var names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(names, messy.planted().stream().map(Planted::file).toList());
        }
        for (int i = 0; i < messy.planted().size(); i++) {
            assertEquals(i, messy.planted().get(i).frame());
        }
    }

    @Test
    void everyWayToDamageAFileIsThere() {
        var ways = messy.planted().stream()
                .filter(picture -> picture.fault() == FaultKind.DAMAGED)
                .collect(Collectors.groupingBy(Planted::how, Collectors.counting()));
        assertEquals(
                Map.of(
                        "cut short", 1L,
                        "empty", 1L,
                        "text renamed to PNG", 1L,
                        "108 megapixels", 1L,
                        "link out of the folder", 1L),
                ways);
    }

    @Test
    void aDuplicateNamesAGoodPicture() {
        var duplicates = messy.planted().stream()
                .filter(picture -> picture.fault() == FaultKind.DUPLICATE)
                .toList();
        assertFalse(duplicates.isEmpty());
        for (var duplicate : duplicates) {
            assertTrue(List.of(FaultKind.NONE, FaultKind.EYES_CLOSED)
                    .contains(messy.planted().get(duplicate.like()).fault()));
        }
    }

    @Test
    void theSameSeedPlantsTheSameFolder() throws IOException {
        var again = MessyFolder.plant(SAMPLES, temporary.resolve("again"), MessyFolder.FEWEST, 3);
        assertEquals(messy.planted(), again.planted());
        assertEquals(
                FileHash.of(messy.pictures()).sha256(),
                FileHash.of(again.pictures()).sha256());
    }

    @Test
    void theManifestKnowsEveryPicture() throws IOException {
        var manifest = Manifest.read(messy.pictures().resolveSibling("pictures.manifest.json"));
        assertEquals(messy.planted().size(), manifest.outputs().size());
        assertEquals(List.of(), manifest.check(messy.pictures()));
    }

    @Test
    void anotherSeedInTheSameFolderIsRefused() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> MessyFolder.plant(SAMPLES, temporary.resolve("messy"), MessyFolder.FEWEST, 4));
        assertTrue(refusal.getMessage().contains("seed is 3 there and 4 now"), refusal.getMessage());
    }

    @Test
    void tooFewPicturesAreRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> MessyFolder.plant(SAMPLES, temporary.resolve("few"), 10, 1));
        assertEquals("a messy folder has 60 to 1000 pictures, got 10; try 400", refusal.getMessage());
        assertFalse(Files.exists(temporary.resolve("few")));
    }
}
