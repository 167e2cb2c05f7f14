package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.actor.Shot;
import doppel.compute.Json;
import doppel.compute.ModelFiles;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On rendered faces that differ in one known thing each. */
class FaceTableTest {

    private static final int PLAIN = 0;
    private static final int DARK = 1;
    private static final int BLURRED = 2;
    private static final int LIT_FROM_LEFT = 3;
    private static final int LIT_FROM_RIGHT = 4;
    private static final int TURNED = 5;
    private static final int TALKING = 6;
    private static final int BLINKING = 7;

    @TempDir
    private static Path temporary;

    private static FaceTable table;

    @BeforeAll
    static void render() throws IOException {
        var folder = new RenderedFolder(temporary.resolve("faces"), "a");
        var plain = folder.add(lit(0));
        folder.add(plain, darkened(plain));
        folder.add(plain, blurred(plain));
        folder.add(lit(-70));
        folder.add(lit(70));
        folder.add(new Moment(0, Map.of(), 35, 0, 0, 0, 0, light(0)));
        folder.add(new Moment(0, Map.of("jawOpen", 0.9), 0, 0, 0, 0, 0, light(0)));
        folder.add(new Moment(0, Map.of("eyeBlinkLeft", 1.0, "eyeBlinkRight", 1.0), 0, 0, 0, 0, 0, light(0)));
        table = FaceTable.of(folder.open(), SampleFrames.MODELS);
    }

    @Test
    void aDarkerPictureIsLessBrightAndNotLessSharp() {
        assertTrue(value("brightness", DARK) < value("brightness", PLAIN) - 15);
        assertEquals(1, value("sharpness", DARK) / value("sharpness", PLAIN), 0.1);
    }

    @Test
    void aBlurredPictureIsLessSharp() {
        assertTrue(value("sharpness", BLURRED) < 0.3 * value("sharpness", PLAIN));
        assertEquals(value("brightness", PLAIN), value("brightness", BLURRED), 1);
    }

    @Test
    void balanceSaysFromWhereTheLightComes() {
        assertTrue(value("balance", LIT_FROM_LEFT) > 5, "from left: " + value("balance", LIT_FROM_LEFT));
        assertTrue(value("balance", LIT_FROM_RIGHT) < -5, "from right: " + value("balance", LIT_FROM_RIGHT));
    }

    @Test
    void aTurnedHeadFitsTheMeanFaceWorse() {
        assertTrue(value("misalignment", TURNED) > 1.3 * value("misalignment", PLAIN));
        assertEquals(35, value("yaw", TURNED), 1e-9);
    }

    @Test
    void openingsAreMeasured() {
        assertTrue(value("mouth", TALKING) > value("mouth", PLAIN) + 0.2);
        assertTrue(value("eyes", BLINKING) < 0.5 * value("eyes", PLAIN));
    }

    /** 128 pixels show what 160 / s of the frame show, with s the scale of the alignment. */
    @Test
    void sourcePixelsAreTheSideOfTheSquareInTheFrame() {
        var face = table.faces().get(PLAIN);
        var corner = face.toFaceUnits().then(crop()).inverse().apply(List.of(point(0), point(128)));
        assertEquals(corner.get(0).distanceTo(corner.get(1)) / Math.sqrt(2), value("sourcePixels", PLAIN), 1e-9);
    }

    @Test
    void theWorstComeFirst() {
        assertEquals(id(BLURRED), table.worst("sharpness", 1).get(0).id());
        assertEquals(id(DARK), table.worst("brightness", 3).get(0).id());
        assertEquals(id(TURNED), table.worst("yaw", 2).get(0).id());
        assertEquals(3, table.worst("brightness", 3).size());
        assertEquals(8, table.worst("brightness", 100).size());
    }

    @Test
    void sortingIsUpwardsAndLosesNothing() {
        var sorted = table.only(table.faces()).sortedBy("brightness");
        assertEquals(8, sorted.size());
        assertEquals(id(DARK), sorted.get(0).id());
        assertEquals(id(BLURRED), table.sortedBy("sharpness").get(0).id());
    }

    @Test
    void worseThanALimitMeansBeyondItOnTheBadSide() {
        var limit = (value("sharpness", BLURRED) + value("sharpness", PLAIN)) / 2;
        assertEquals(List.of(id(BLURRED)), ids(table.worseThan("sharpness", limit)));
        assertEquals(List.of(id(TURNED)), ids(table.worseThan("yaw", 20)));
        assertEquals(List.of(), table.worseThan("misalignment", 10));
    }

    @Test
    void theTableHasARowAFaceAndItsDecision() throws IOException {
        Decisions.open(table.folder()).reject(id(DARK), "too dark");
        var rows = table.table();
        assertEquals(8, rows.rowCount());
        assertEquals(id(DARK), rows.stringColumn("id").get(DARK));
        assertEquals("rejected", rows.stringColumn("decision").get(DARK));
        assertEquals("too dark", rows.stringColumn("by").get(DARK));
        assertEquals("undecided", rows.stringColumn("decision").get(PLAIN));
        assertEquals(value("brightness", DARK), rows.doubleColumn("brightness").get(DARK), 1e-4);
    }

    @Test
    void anUnknownMeasureIsRefusedWithTheList() {
        var fault = assertThrows(IllegalArgumentException.class, () -> table.sortedBy("beauty"));
        assertTrue(fault.getMessage().contains("sharpness, spectrum, misalignment"), fault.getMessage());
    }

    @Test
    void theTableHasEveryMeasureAndWhereTheFaceWas() throws IOException {
        var rows = table.table();
        for (var measure : Measure.values()) {
            assertEquals(8, rows.doubleColumn(measure.label()).countMissing() + 8, measure.label());
            assertEquals(
                    value(measure.label(), TURNED),
                    rows.doubleColumn(measure.label()).get(TURNED),
                    1e-4);
        }
        assertEquals(160, rows.intColumn("width").get(PLAIN));
        assertEquals(40, rows.doubleColumn("boxX").get(PLAIN), 1e-9);
        assertEquals(80, rows.doubleColumn("boxHeight").get(PLAIN), 1e-9);
        assertEquals(16, rows.stringColumn("hash").get(PLAIN).length());
        assertEquals(0, rows.booleanColumn("damaged").countTrue());
    }

    @Test
    void aBlurTakesTheHighFrequencies() {
        assertTrue(value("spectrum", BLURRED) < value("spectrum", PLAIN) - 3);
        assertEquals(value("spectrum", PLAIN), value("spectrum", DARK), 1.5);
    }

    @Test
    void allFacesAreOfOnePersonAndInTheFrame() {
        for (int face = 0; face < 8; face++) {
            assertEquals(0, value("cluster", face));
            assertEquals(1, value("inFrame", face), 1e-9);
        }
    }

    /** The sign of the yaw all the way from a clip, whose labels are exact. */
    @Test
    void yawIsPositiveTowardsTheRightOfThePicture() throws IOException {
        var faces = new FaceExtractor(ModelFiles.in(Path.of("data", "models")))
                .extract(
                        Path.of("data", "samples", "actor-b.mp4"),
                        "actor-b",
                        temporary.resolve("clip"),
                        ExtractOptions.standard().withEveryNth(60),
                        step -> {});
        var labels = Files.readAllLines(Path.of("data", "samples", "actor-b.labels.jsonl"));
        for (var row : FaceTable.of(faces, SampleFrames.MODELS).rows()) {
            var label = Json.mapper().readTree(labels.get(row.face().frame()));
            var yaw = Math.toDegrees(label.get("poseRadians").get(0).asDouble());
            assertEquals(yaw, row.pose().yaw(), 8, row.id());
        }
    }

    private static Moment lit(double azimuth) {
        return new Moment(0, Map.of(), 0, 0, 0, 0, 0, light(azimuth));
    }

    private static Moment.Light light(double azimuth) {
        return new Moment.Light(azimuth, 20, 1, 0);
    }

    private static BufferedImage darkened(Shot shot) {
        var picture = shot.picture();
        var dark = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        return new RescaleOp(0.5f, 0, null).filter(picture, dark);
    }

    private static BufferedImage blurred(Shot shot) {
        var picture = shot.picture();
        var small = Warp.resize(picture, picture.getWidth() / 4, picture.getHeight() / 4);
        return Warp.resize(small, picture.getWidth(), picture.getHeight());
    }

    private static Similarity crop() {
        return table.folder().crop().fromFaceUnits();
    }

    private static Point point(double both) {
        return new Point(both, both);
    }

    private static double value(String measure, int face) {
        return table.values(measure)[face];
    }

    private static String id(int face) {
        return table.faces().get(face).id();
    }

    private static List<String> ids(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::id).toList();
    }
}
