package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.evaluate.Psnr;
import doppel.evaluate.ScoredFrame;
import doppel.evaluate.ScoredSet;
import doppel.evaluate.SwapScore;
import doppel.evaluate.TruthFrame;
import doppel.evaluate.TruthSet;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.image.Mats;
import doppel.image.Warp;
import doppel.media.Frame;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.swap.ColorMatch;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of chapter 7, on one rendered frame and a network that has learned nothing. */
class SwapFiguresTest {

    private static final SwapOptions OPTIONS = SwapOptions.standard();

    private static FaceFinder finder;
    private static SwapModel model;
    private static TruthFrame truth;
    private static FaceSwapper swapper;
    private static SwapSteps steps;

    @BeforeAll
    static void swap() throws IOException {
        finder = FaceFinder.open(ModelFiles.in(Path.of("data", "models")), ExtractOptions.standard());
        model = SwapModel.create(ModelDesign.fast(), 1);
        truth = TruthSet.ofPictures(Path.of("data", "samples", "held", "held.jsonl"))
                .frames()
                .get(0);
        swapper = new FaceSwapper(model, finder, OPTIONS);
        steps = swapper.steps(truth.target()).orElseThrow();
    }

    @AfterAll
    static void close() {
        model.close();
        finder.close();
    }

    @Test
    void everyPictureOfAMadeFaceCarriesItsLabel() {
        var strip = SwapStrip.of(steps).cells();
        for (var made : List.of(2, 3, 5)) {
            assertTrue(labeled(strip.get(made).picture(), step(made)), "step " + (made + 1));
        }
        assertTrue(labeled(BookSwap.ours(steps), steps.composite()));
    }

    @Test
    void theStripLeavesTheFrameAsItIs() {
        var before = bytes(steps.frame()).clone();
        SwapStrip.of(steps).draw();
        assertTrue(Arrays.equals(before, bytes(steps.frame())));
    }

    @Test
    void theColorTableHasTheTargetsMeanInEachWayThatCopiesIt() {
        var table = new ColorPanels(steps, OPTIONS, truth).table();
        assertEquals(1 + ColorMatch.values().length, table.rowCount());
        var yellow = table.doubleColumn("b* mean");
        assertTrue(yellow.get(1) < yellow.get(0) - 10, "a new network draws gray, and skin is yellowish");
        // seamless, the last row, follows the rim and not the mean
        for (int row = 2; row < table.rowCount() - 1; row++) {
            assertEquals(yellow.get(0), yellow.get(row), 1.5, table.getString(row, 0));
        }
    }

    @Test
    void theTablesDecibelsAreThoseOfTheSwap() {
        var table = new ColorPanels(steps, OPTIONS, truth).table();
        var row = 1 + OPTIONS.color().ordinal();
        assertEquals(
                Psnr.inside(steps.composite(), truth.truth(), truth.mask()),
                table.doubleColumn("PSNR, dB").get(row),
                0.01);
    }

    @Test
    void defect17_theBooksEnlargementRepeatsPixelsAndOursDoesNot() {
        var noisy = new SwapSteps(steps.frame(), steps.face(), steps.cut(), steps.crop(), noise(64), steps.blend());
        var cells = ResamplingPanels.of(noisy).cells();
        assertEquals(6, cells.size());
        // in the figure a pixel is five wide: the nearest one, four times repeated, is twenty
        assertTrue(longestRun(cells.get(0).picture()) >= 20);
        assertTrue(longestRun(cells.get(2).picture()) < 20);
    }

    @Test
    void defect19_theBooksEdgeIsHarderThanOurs() {
        var cells = BookSwap.edges(steps).cells();
        assertTrue(
                steepest(cells.get(0).picture()) > 1.5 * steepest(cells.get(1).picture()));
    }

    @Test
    void aWiderFeatherColorsMoreOfTheMap() {
        var narrow =
                FeatherFigure.of(steps.with(OPTIONS.withFeather(0.01))).cells().get(2);
        var wide =
                FeatherFigure.of(steps.with(OPTIONS.withFeather(0.15))).cells().get(2);
        assertTrue(halfway(wide.picture()) > 2 * halfway(narrow.picture()));
    }

    @Test
    void defect21_aFrameWithoutAFaceIsInTheRowAsItWas() {
        var gray = new BufferedImage(512, 512, BufferedImage.TYPE_3BYTE_BGR);
        var five = FiveFrames.of(
                swapper, List.of(new Frame(0, 0, truth.target(), "000000"), new Frame(1, 0.04, gray, "000001")));
        var cells = five.gallery().cells();
        assertEquals("swapped", cells.get(2).caption());
        assertEquals("no face: as it was", cells.get(3).caption());
        assertTrue(five.with(OPTIONS.withFeather(0.1)).swaps().get(1).isEmpty());
    }

    @Test
    void theFlickerChartNamesTheRatioOfEachWay() {
        var still = List.of(steps, steps, steps);
        var chart = FlickerLine.of(still, OPTIONS, ColorMatch.MEAN, ColorMatch.SEAMLESS);
        var names = List.copyOf(chart.getSeriesMap().keySet());
        assertEquals(List.of("mean: 0.00", "seamless: 0.00", "target: 1"), names);
    }

    @Test
    void theWorstFrameComesFirst() {
        var better = score(steps.composite(), 30);
        var worse = score(truth.target(), 20);
        var cells = WorstFrames.of(new ScoredSet(List.of(better, worse), List.of()), 1)
                .cells();
        assertEquals(4, cells.size());
        assertEquals("swap: 20.0 dB", cells.get(1).caption());
    }

    @Test
    void theScoreLineNamesMeanAndSpread() {
        var set = new ScoredSet(List.of(score(truth.target(), 20), score(truth.target(), 24)), List.of());
        assertTrue(ScoreLine.psnr(set).getSeriesMap().containsKey("swap, 22.0 ± 2.0"));
    }

    private static ScoredFrame score(BufferedImage swap, double psnr) {
        return new ScoredFrame(truth, swap, new SwapScore(psnr, 0.7, 20, 0.6, 21, 0.6, 0.5, 0.4));
    }

    /** A step of the strip without its label. */
    private static BufferedImage step(int number) {
        return List.of(steps.frame(), steps.crop(), steps.decoded(), steps.matched(), steps.frame(), steps.composite())
                .get(number);
    }

    /** Whether the lower right corner has letters that the picture has not. */
    private static boolean labeled(BufferedImage shown, BufferedImage bare) {
        var plain = Warp.resize(Mats.bgr(bare), shown.getWidth(), shown.getHeight());
        var changed = 0;
        for (int y = shown.getHeight() * 4 / 5; y < shown.getHeight(); y++) {
            for (int x = shown.getWidth() / 2; x < shown.getWidth(); x++) {
                var green = shown.getRaster().getSample(x, y, 1);
                changed += Math.abs(green - plain.getRaster().getSample(x, y, 1)) > 40 ? 1 : 0;
            }
        }
        return changed > 200;
    }

    private static BufferedImage noise(int side) {
        var random = new SplittableRandom(1);
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < side * side; i++) {
            picture.setRGB(i % side, i / side, random.nextInt(0x1000000));
        }
        return picture;
    }

    /** The most equal pixels side by side, in the upper quarter, far from the label. */
    private static int longestRun(BufferedImage picture) {
        var longest = 0;
        for (int y = 0; y < picture.getHeight() / 4; y++) {
            var run = 1;
            for (int x = 1; x < picture.getWidth(); x++) {
                run = picture.getRGB(x, y) == picture.getRGB(x - 1, y) ? run + 1 : 1;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }

    /** The largest step between neighbors above the label. */
    private static int steepest(BufferedImage picture) {
        var steepest = 0;
        for (int y = 0; y < picture.getHeight() * 3 / 4; y++) {
            for (int x = 2; x < picture.getWidth(); x++) {
                var step = picture.getRaster().getSample(x, y, 1)
                        - picture.getRaster().getSample(x - 2, y, 1);
                steepest = Math.max(steepest, Math.abs(step));
            }
        }
        return steepest;
    }

    /** Pixels that are bluer than any skin: where a face is painted about half. */
    private static int halfway(BufferedImage picture) {
        var count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += picture.getRaster().getSample(x, y, 2)
                                > picture.getRaster().getSample(x, y, 0) + 40
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
