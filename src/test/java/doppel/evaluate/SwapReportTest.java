package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.provenance.SourceType;
import doppel.provenance.Xmp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapReportTest {

    private static final Pattern PNG = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");

    @TempDir
    private Path folder;

    @Test
    void theNumbersStandAtTheTopOfTheJson() throws IOException {
        write(Pictures.scored(8), Map.of());
        var json = Json.read(folder.resolve("report.json"), JsonNode.class);
        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "psnr",
                        "ssim",
                        "psnrNoSwap",
                        "ssimNoSwap",
                        "psnrWarpPaste",
                        "ssimWarpPaste",
                        "identityToA",
                        "identityToB",
                        "steps",
                        "secondsTraining",
                        "facesPerSecond",
                        "framesPerSecondSwap",
                        "secondsTotal"),
                names.subList(0, 13));
        assertEquals(Pictures.scored(8).mean().psnr(), json.get("psnr").doubleValue(), 1e-4);
        assertEquals(999, json.get("steps").intValue());
        assertEquals(8, json.get("frames").size());
        assertEquals(
                Pictures.scored(2).mean().ssim(), json.get("held").get("ssim").doubleValue(), 1e-4);
        assertEquals(
                Pictures.scored(8).spread().psnr(),
                json.get("spread").get("psnr").doubleValue(),
                1e-4);
    }

    @Test
    void thePageNeedsNoOtherFile() throws IOException {
        var page = write(Pictures.scored(8), Map.of());
        assertFalse(
                Pattern.compile("(src|href|srcset)=\"(?!data:)").matcher(page).find());
        assertFalse(page.contains("url("));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("{{"));
    }

    @Test
    void sixFramesAreShownWithTheirOwnScores() throws IOException {
        var set = Pictures.scored(8);
        var page = write(set, Map.of());
        assertEquals(6, page.split("<div class=\"frame\">", -1).length - 1);
        // 4 pictures a frame, and the chart for light and for dark
        assertEquals(26, PNG.matcher(page).results().count());
        var first = set.frames().get(0).score();
        assertTrue(page.contains(
                "PSNR %s dB, SSIM %s".formatted(Reading.number(first.psnr(), 1), Reading.number(first.ssim(), 3))));
    }

    @Test
    void aSwapInThePageCarriesLabelAndSourceType() throws IOException {
        var set = Pictures.scored(1);
        var pngs = PNG.matcher(write(set, Map.of()))
                .results()
                .map(found -> Base64.getDecoder().decode(found.group(1)))
                .toList();
        var swap = pngs.get(1);
        var shown = ImageIO.read(new ByteArrayInputStream(swap));
        var unmarked = set.frames().get(0).swap();
        assertEquals(unmarked.getRGB(100, 10), shown.getRGB(100, 10));
        var changed = 0;
        for (int i = 0; i < 128 * 128; i++) {
            changed += shown.getRGB(i % 128, i / 128) == unmarked.getRGB(i % 128, i / 128) ? 0 : 1;
        }
        assertTrue(changed > 200, changed + " pixels of label");

        var file = Files.write(folder.resolve("swap.png"), swap);
        assertEquals(
                SourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA,
                Xmp.of(file).orElseThrow().sourceType());
    }

    @Test
    void aPersonInThePageWhoIsNoSwapIsMarkedAsAnActor() throws IOException {
        var pngs = PNG.matcher(write(Pictures.scored(1), Map.of()))
                .results()
                .map(found -> Base64.getDecoder().decode(found.group(1)))
                .toList();
        for (var picture : List.of(pngs.get(0), pngs.get(2))) {
            var file = Files.write(folder.resolve("actor.png"), picture);
            assertEquals(SourceType.DIGITAL_CREATION, Xmp.of(file).orElseThrow().sourceType());
        }
    }

    @Test
    void textFromOutsideIsShownAndNotObeyed() throws IOException {
        var page = write(Pictures.scored(1), Map.of("<img src=x>", "a & b <script>alert('x')</script> {{run}}"));
        assertFalse(page.contains("<script"));
        assertTrue(page.contains("&lt;img src=x&gt;"));
        assertTrue(page.contains("a &amp; b &lt;script&gt;"));
    }

    @Test
    void theSentencesOwnUpWhenTheSwapIsNoBetter() {
        var better = new Reading(Pictures.scored(1));
        assertTrue(better.psnr().contains("6.0 dB better than no swap"), better.psnr());
        assertTrue(better.psnr().contains("9.5 dB better than warp-and-paste"), better.psnr());

        var none = Pictures.flat(128, 100);
        var frame = new TruthFrame("frame 0", none, Pictures.flat(128, 120), Pictures.everywhere(128));
        var useless = new Reading(new ScoredSet(List.of(ScoredFrame.of(frame, none, none, 0.2, 0.7)), List.of()));
        assertTrue(useless.psnr().contains("not clearly better than no swap"), useless.psnr());
        assertTrue(useless.verdict().contains("not yet nearer to the truth"), useless.verdict());
        assertTrue(useless.verdict().contains("In 0 of 1 frames"), useless.verdict());
    }

    @Test
    void nothingIsLeftBesideTheTwoFiles() throws IOException {
        write(Pictures.scored(2), Map.of());
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("report.html", "report.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private String write(ScoredSet set, Map<String, Object> options) throws IOException {
        return Files.readString(Pictures.report(set, options).write(folder));
    }
}
