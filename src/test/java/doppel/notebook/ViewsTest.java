package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Workbench;
import doppel.align.AlignedFace;
import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.evaluate.RunFacts;
import doppel.evaluate.ScoredFrame;
import doppel.evaluate.ScoredSet;
import doppel.evaluate.SwapReport;
import doppel.evaluate.SwapScore;
import doppel.evaluate.TruthFrame;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceRecord;
import doppel.extract.FoundFace;
import doppel.extract.StoredPicture;
import doppel.figure.Charts;
import doppel.figure.Gallery;
import doppel.figure.Ink;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import doppel.media.Frame;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.provenance.Consent;
import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import doppel.swap.SwapOptions;
import doppel.swap.SwappedClip;
import doppel.train.RunFolder;
import doppel.train.StepShares;
import doppel.train.StepSpeed;
import doppel.train.TrainOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ViewsTest {

    private static final String EVIL = "<script>alert('x')";

    @TempDir
    private Path folder;

    @Test
    void everyValueIsMoreThanText() throws IOException {
        for (var example : examples().entrySet()) {
            var forms = Views.of(example.getValue()).forms();
            assertTrue(
                    forms.containsKey("text/html") || forms.containsKey("image/png") || forms.containsKey("image/jpeg"),
                    example.getKey() + " has " + forms.keySet());
        }
    }

    @Test
    void everyTextIsStable() throws IOException {
        var again = examples();
        for (var example : examples().entrySet()) {
            var text = text(example.getValue());
            assertFalse(text.isBlank(), example.getKey());
            assertEquals(text, text(again.get(example.getKey())), example.getKey());
            assertFalse(text.matches("(?s).*@[0-9a-f]{3,}.*"), text);
            assertFalse(text.contains(folder.toString()), text);
        }
    }

    @Test
    void textFromOutsideIsNeverObeyed() throws IOException {
        for (var example : examples().entrySet()) {
            var html = (String) Views.of(example.getValue()).forms().getOrDefault("text/html", "");
            assertFalse(html.contains("<script"), example.getKey());
        }
        assertTrue(html(Map.of(EVIL, EVIL)).contains("&lt;script&gt;"));
    }

    @Test
    void whatHasNoViewHasWordsWithoutAHash() {
        assertEquals("Object", text(new Object()));
        assertEquals("1, 2", text(new int[] {1, 2}));
        assertEquals("as it is", text("as it is"));
    }

    @Test
    void theTableOfANetworkEndsWithItsSum() {
        var lines = text(ModelDesign.fast()).split("\n");
        assertTrue(lines[0].contains("1,420,364 parameters"), lines[0]);
        assertTrue(lines[lines.length - 1].matches("all +1,420,364"), lines[lines.length - 1]);
    }

    @Test
    void optionsInsideOptionsAreIndented() {
        var text = text(TrainOptions.quick());
        assertTrue(text.matches("(?s).*\nlearn\n.*\n\u2003augment\n.*\n\u2003\u2003warp .*"), text);
    }

    @Test
    void aMaskStandsBesideAScaleFromOneToZero() throws IOException {
        var bytes = new byte[64];
        bytes[0] = (byte) 255;
        var picture = Pictures.of(Views.of(new Mask(8, 8, bytes)));
        assertEquals(256, picture.getHeight());
        assertTrue((picture.getRGB(2, 2) & 255) > 200);
        assertEquals(0, picture.getRGB(250, 250) & 255);
        var scale = 256 + 12 + 7;
        assertEquals(255, picture.getRGB(scale, 1) & 255, 4);
        assertEquals(0, picture.getRGB(scale, 254) & 255, 4);
    }

    @Test
    void aLongListShowsItsBeginningAndSaysHowMuchIsMissing() {
        var speeds = IntStream.range(0, 25).mapToObj(i -> speed(i + 1)).toList();
        var text = text(speeds);
        assertTrue(text.startsWith("25 x StepSpeed"), text);
        assertTrue(text.endsWith("… 15 more; look at one for its shares"), text);
        assertEquals("36 of 50 pictures", text(Collections.nCopies(50, flat(100))));
    }

    @Test
    void aReportSaysItsSpreadAndBothBaselines() {
        var text = text(report());
        assertTrue(text.contains("25.0 ± 1.0"), text);
        assertTrue(text.contains("20.0"), text);
        assertTrue(text.contains("actor-a over actor-b"), text);
        assertTrue(html(report()).contains("<img"));
    }

    @Test
    void aSwapInAReportIsLabeled() throws IOException {
        var shown = Pictures.inside(html(report()));
        var swap = shown.getSubimage(206, 0, 200, 200);
        var changed = IntStream.range(0, 200 * 200)
                .filter(i -> Math.abs((swap.getRGB(i % 200, i / 200) & 255) - 110) > 30)
                .count();
        assertTrue(changed > 300, changed + " pixels of label");
    }

    @Test
    void aWithdrawnConsentSaysSo() {
        assertTrue(text(consent("anna").withWithdrawn(LocalDate.of(2026, 3, 1))).contains("withdrawn on 2026-03-01"));
    }

    @Test
    void theDayOfAManifestIsOnThePageAlone() {
        var manifest = Manifest.of(Marks.swap(), origin(), List.of());
        assertTrue(html(manifest).contains(manifest.made().toString()));
        assertFalse(text(manifest).contains(manifest.made().toString()));
    }

    @Test
    void aRunWithoutWeightsSaysSo() {
        assertEquals("run first: not trained yet", text(new RunFolder(folder.resolve("first"))));
    }

    private Map<String, Object> examples() throws IOException {
        var bench = Workbench.open(folder);
        var chart = Charts.xy("step", EVIL);
        Charts.line(chart, EVIL, Ink.A, new double[] {1, 2}, new double[] {2, 1});
        var bars = Charts.bars("part", "parameters");
        Charts.bars(bars, "network", Ink.GREEN, List.of("encoder", "decoder"), List.of(2, 1));
        var all = new LinkedHashMap<String, Object>();
        all.put("picture", flat(90));
        all.put("gallery", Gallery.of().with(EVIL, flat(80)));
        all.put("mask", Mask.filled(16, 16, 0.5));
        all.put("chart", chart);
        all.put("bars", bars);
        all.put("table", Table.create(EVIL, StringColumn.create(EVIL, EVIL), DoubleColumn.create("n", 1.5)));
        all.put("frame", new Frame(3, 0.12, flat(70), "000003"));
        all.put("detected face", found().detected());
        all.put("landmarks", landmarks());
        all.put("aligned face", found().aligned());
        all.put("found face", found());
        all.put("face record", record());
        all.put("face records", List.of(record(), record()));
        all.put("pictures", List.of(flat(10), flat(20)));
        all.put("frames", List.of(new Frame(3, 0.12, flat(70), "000003")));
        all.put("design", ModelDesign.fast());
        try (var model = SwapModel.create(ModelDesign.fast(), 1)) {
            all.put("network", model);
        }
        all.put("layers", ModelDesign.book().layers());
        all.put("training options", TrainOptions.book());
        all.put("swap options", SwapOptions.standard());
        all.put("extract options", ExtractOptions.standard());
        all.put("swapped clip", swapped());
        all.put("speed", speed(1));
        all.put("speeds", List.of(speed(1), speed(2)));
        all.put("report", report());
        all.put("scored frame", report().truth().frames().get(0));
        all.put("scored frames", report().truth().frames());
        all.put("consent", consent("anna"));
        all.put("consents", List.of(consent("anna"), consent("bo")));
        all.put("manifest", new Manifest(Instant.EPOCH, Marks.swap(), origin(), Map.of(EVIL, EVIL), files()));
        all.put("models", bench.models());
        all.put("workbench", bench);
        all.put("map", Map.of(EVIL, EVIL));
        all.put("record", new FileHash(EVIL, "0".repeat(64), 12));
        return all;
    }

    private static String text(Object value) {
        return (String) Views.of(value).forms().get("text/plain");
    }

    private static String html(Object value) {
        return (String) Views.of(value).forms().get("text/html");
    }

    private static BufferedImage flat(int gray) {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64 * 64; i++) {
            picture.setRGB(i % 64, i / 64, 0x010101 * gray);
        }
        return picture;
    }

    /** All 68 on a circle. */
    private static Landmarks landmarks() {
        return new Landmarks(IntStream.range(0, Landmarks.COUNT)
                .mapToObj(i -> new Point(32 + 20 * Math.cos(i), 32 + 20 * Math.sin(i)))
                .toList());
    }

    private static FoundFace found() {
        return new FoundFace(
                new DetectedFace(new Box(10, 10, 40, 40), 0.9, Collections.nCopies(6, new Point(20, 20))),
                landmarks(),
                Similarity.identity(),
                new HeadPose(1, 2, 3),
                new AlignedFace(flat(120), Similarity.identity()),
                Mask.filled(64, 64, 0.5));
    }

    private static FaceRecord record() {
        var face = found();
        return new FaceRecord(
                FaceRecord.VERSION,
                "000003-0",
                new FaceRecord.Origin(3, 0.12, 64, 64),
                face.detected(),
                face.landmarks(),
                face.toFaceUnits(),
                face.pose(),
                new StoredPicture("a.png", "0".repeat(64)),
                new StoredPicture("m.png", "1".repeat(64)));
    }

    private static StepSpeed speed(int batch) {
        return new StepSpeed(EVIL, EVIL, batch, 2, 0.03, 400, 90, 100, new StepShares(0, 0.3, 0.6, 0.1));
    }

    private static SwappedClip swapped() {
        return new SwappedClip(EVIL, "0".repeat(64), files(), SwapOptions.standard(), 9, 8, List.of(), 1.5);
    }

    private static Consent consent(String alias) {
        return new Consent(
                alias,
                Subject.PERSON,
                Set.of(Use.TRAIN),
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                EVIL,
                Optional.empty());
    }

    private static Origin origin() {
        return new Origin(files(), Map.of(EVIL, EVIL), List.of("actor-a", "actor-b"));
    }

    private static List<FileHash> files() {
        return List.of(new FileHash(EVIL, "0".repeat(64), 12));
    }

    /** Two frames whose swaps are 24 and 26 dB near. */
    private static SwapReport report() {
        var frames = IntStream.of(24, 26)
                .mapToObj(psnr -> new ScoredFrame(
                        new TruthFrame(EVIL, flat(100), flat(120), Mask.filled(64, 64, 1)),
                        flat(110),
                        new SwapScore(psnr, 0.8, 20, 0.7, 22, 0.75, 0.6, 0.4)))
                .toList();
        var set = new ScoredSet(frames, List.of());
        return new SwapReport(set, set, new RunFacts(10, 1, 1, 1, 1), List.of(), Marks.swap(), origin());
    }
}
