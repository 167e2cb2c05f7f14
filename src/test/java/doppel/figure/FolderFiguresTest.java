package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.FaceTable;
import doppel.clean.IdentityClusters;
import doppel.clean.NearDuplicates;
import doppel.clean.SortKey;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a folder that shows one person often and another one twice. */
class FolderFiguresTest {

    @TempDir
    private static Path temporary;

    private static FaceTable table;

    @BeforeAll
    static void extract() throws IOException {
        var folder = new FaceExtractor(SampleFrames.MODELS)
                .extract(
                        SampleFrames.clip("actor-a-dirty"),
                        "actor-a",
                        temporary.resolve("faces"),
                        ExtractOptions.crowd().withEveryNth(4),
                        step -> {});
        table = FaceTable.of(folder, SampleFrames.MODELS);
    }

    @Test
    void theMapShowsTheStrangerInAnotherColor() throws IOException {
        assertEquals(2, IdentityClusters.of(table).outliers().size());
        var map = IdentityMap.of(table);
        assertTrue(has(map, Ink.A), "the person");
        assertTrue(has(map, Ink.TEXT), "who is like no other");
        var alone = IdentityMap.of(table.only(table.faces().subList(0, 1)));
        assertTrue(has(alone, Ink.A), "one face is a map too");
        assertThrows(IllegalArgumentException.class, () -> IdentityMap.of(table.only(List.of())));
    }

    /** A row of the sheet is as high as all others, and begins with a face. */
    @Test
    void everyGroupIsARow() throws IOException {
        var groups = table.groupedBy(SortKey.YAW, 9);
        var one = GroupSheet.of(table.folder(), groups.subList(0, 1));
        var sheet = GroupSheet.of(table.folder(), groups);
        assertEquals(Gallery.PAGE, sheet.getWidth());
        assertTrue(groups.size() > 2, groups.size() + " groups");
        for (int row = 0; row < groups.size(); row++) {
            var middle = sheet.getHeight() * (2 * row + 1) / (2 * groups.size());
            assertTrue(sheet.getRGB(200, middle) != Ink.PAPER.getRGB(), "row " + row);
        }
        assertTrue(Math.abs(sheet.getHeight() - groups.size() * one.getHeight()) < 8 * groups.size());
        assertThrows(IllegalArgumentException.class, () -> GroupSheet.of(table.folder(), List.of()));
    }

    @Test
    void theCurveOfDifferencesHasOnePointAFace() {
        var chart = SimilarityCurve.of(NearDuplicates.of(table), 3);
        assertEquals(table.rows().size(), chart.getSeriesMap().get("difference").getXData().length);
    }

    private static boolean has(BufferedImage picture, Color color) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .anyMatch(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) == color.getRGB());
    }
}
