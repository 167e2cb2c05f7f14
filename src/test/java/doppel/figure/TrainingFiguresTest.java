package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.AugmentedFace;
import doppel.geometry.Point;
import doppel.image.NumberGrid;
import doppel.image.Retouch;
import doppel.model.ActivationCurve;
import doppel.model.Kernel;
import doppel.model.ModelDesign;
import doppel.model.Side;
import doppel.model.SwapModel;
import doppel.train.LossKind;
import doppel.train.StepTimes;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of chapter 6: that they fit a page, show what they are given, and label what a network drew. */
class TrainingFiguresTest {

    private static final int SIZE = 64;

    @Test
    void aKernelsAnswerIsShownPixelByPixel() {
        var figure = KernelPicture.of(Kernel.edgesAcross(), halves(), 1, 0);
        assertTrue(figure.getWidth() <= Gallery.PAGE);
        // the answer is white on both even halves and vermilion on the edge between
        var row = figure.getHeight() / 2 - 60;
        var colors = IntStream.range(560, figure.getWidth() - 40)
                .mapToObj(x -> new Color(figure.getRGB(x, row)))
                .toList();
        assertTrue(colors.contains(Ink.B));
        assertTrue(colors.contains(Color.WHITE));
        assertFalse(colors.contains(Ink.A));
    }

    @Test
    void everyKernelStrideAndPaddingFitsAPage() {
        for (var kernel : Kernel.presets()) {
            for (int stride = 1; stride <= 4; stride++) {
                for (int padding = 0; padding <= 4; padding++) {
                    assertTrue(
                            KernelPicture.of(kernel, halves(), stride, padding).getWidth() <= Gallery.PAGE);
                }
            }
        }
    }

    @Test
    void aShuffledCellKeepsTheColorOfItsChannel() {
        var figure = ShufflePicture.of(List.of(
                NumberGrid.of(2, 1, 2, 3, 4),
                NumberGrid.of(2, 5, 6, 7, 8),
                NumberGrid.of(2, 9, 10, 11, 12),
                NumberGrid.of(2, 13, 14, 15, 16)));
        // the corner of a cell holds no letters: channels at the left, the first square of four at the right
        for (int channel = 0; channel < 4; channel++) {
            var left = new Color(figure.getRGB(channel * 106 + 4, 48));
            var right = new Color(figure.getRGB(476 + channel % 2 * 44 + 4, channel / 2 * 44 + 4));
            assertEquals(left, right, "channel " + channel);
        }
    }

    @Test
    void aForwardPassLabelsBothDrawings() {
        try (var model = SwapModel.create(ModelDesign.fast(), 1)) {
            var figure = ForwardPass.of(model, halves());
            assertTrue(figure.getWidth() <= Gallery.PAGE);
            // both sides begin with the same weights, so the two labeled drawings are the same
            var width = figure.getWidth();
            for (int y = 30; y < 140; y += 7) {
                assertEquals(figure.getRGB(width - 60, y), figure.getRGB(width - 60 - 136, y));
            }
            assertTrue(hasLabel(figure, width - 136), "the drawing as B has no label");
        }
    }

    @Test
    void featureMapsFitAPageAndShowAsManyAsAskedFor() {
        try (var model = SwapModel.create(ModelDesign.fast(), 1)) {
            var trace = model.trace(Side.A, halves());
            for (var output : trace) {
                var figure = FeatureMaps.of(output, 16);
                assertTrue(figure.getWidth() <= Gallery.PAGE && figure.getHeight() <= 300, output.toString());
            }
            assertTrue(FeatureMaps.of(trace.get(0), 16).getHeight()
                    > FeatureMaps.of(trace.get(0), 8).getHeight());
        }
    }

    @Test
    void parameterBarsFitAPage() {
        var bars = ParameterBars.of(ModelDesign.book(), ModelDesign.light(), ModelDesign.fast());
        assertTrue(bars.getWidth() <= Gallery.PAGE);
    }

    @Test
    void aFacesRowShowsItsNetWhereItWasPulled() {
        var net = new ArrayList<Point>();
        for (int i = 0; i < 25; i++) {
            net.add(new Point(i % 5 * 16, i / 5 * 16));
        }
        net.set(12, new Point(36, 28));
        var gray = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        var row = WarpGallery.of(
                new AugmentedFace(gray, gray, gray, NumberGrid.filled(SIZE, SIZE, 1), net, Optional.empty()));
        assertEquals(4, row.cells().size());
        var side = row.cells().get(1).picture().getWidth();
        var target = row.cells().get(1).picture();
        var input = row.cells().get(2).picture();
        assertEquals(Ink.YELLOW, new Color(target.getRGB(36 * side / SIZE, 28 * side / SIZE)));
        assertEquals(Ink.YELLOW, new Color(input.getRGB(side / 2, side / 2)));
        assertFalse(Ink.YELLOW.equals(new Color(target.getRGB(side / 2, side / 2))));
    }

    @Test
    void lossesAreComparedWithTheLastPicture() {
        var even = NumberGrid.filled(SIZE, SIZE, 1);
        var seen = LossesSeen.of(halves(), even)
                .with("blurred", Retouch.blurred(halves(), 2))
                .with("dark", Retouch.lit(halves(), 0.5))
                .draw();
        assertTrue(seen.getWidth() <= Gallery.PAGE);
        var empty = assertThrows(
                IllegalStateException.class, () -> LossesSeen.of(halves(), even).draw());
        assertEquals("there is nothing to compare with the target: add a picture with with()", empty.getMessage());
    }

    @Test
    void theMaskedLossLabelsWhatWasDrawn() {
        var gallery = MaskedLoss.of(halves(), Retouch.lit(halves(), 0.5), NumberGrid.filled(SIZE, SIZE, 1));
        assertEquals(5, gallery.cells().size());
        assertTrue(hasLabel(gallery.cells().get(0).picture(), 0));
        assertFalse(hasLabel(gallery.cells().get(1).picture(), 0));
    }

    @Test
    void aPairIsSeenByEveryLoss() {
        var gallery = LossesSeen.pair(Retouch.lit(halves(), 0.5), halves(), NumberGrid.filled(SIZE, SIZE, 1));
        assertEquals(2 + LossKind.values().length, gallery.cells().size());
        assertTrue(hasLabel(gallery.cells().get(0).picture(), 0));
        assertFalse(hasLabel(gallery.cells().get(1).picture(), 0));
        assertTrue(
                gallery.cells().get(2).caption().matches("absolute 0\\.\\d{4}"),
                gallery.cells().get(2).caption());
        assertTrue(gallery.draw().getWidth() <= Gallery.PAGE);
    }

    @Test
    void aRateChartHasALineForEachRun() {
        var chart = RateChart.of(1000, TrainOptions.quick().fromScratch(), TrainOptions.book());
        assertEquals(
                List.of("0.0015, warm-up 100, cosine", "0.00005, constant"),
                List.copyOf(chart.getSeriesMap().keySet()));
        var quick = chart.getSeriesMap().get("0.0015, warm-up 100, cosine");
        assertEquals(1.5e-5, quick.getYData()[0], 1e-12);
    }

    @Test
    void runsAreComparedByTheMeanOfBothSides() {
        var runs = new LinkedHashMap<String, List<TrainStep>>();
        runs.put(
                "even",
                IntStream.rangeClosed(1, 500)
                        .mapToObj(step -> new TrainStep(step, step, 0.2f, 0.4f, 1e-3, 100))
                        .toList());
        var line = RunsCompared.of(runs).getSeriesMap().get("even");
        assertEquals(1, line.getXData()[0]);
        assertEquals(500, line.getXData()[line.getXData().length - 1]);
        for (var loss : line.getYData()) {
            assertEquals(0.3, loss, 1e-5);
        }
    }

    @Test
    void activationsAreDrawnAsTheyAre() {
        var chart = ActivationChart.of();
        for (var curve : ActivationCurve.values()) {
            var line = chart.getSeriesMap().get(curve.words());
            assertEquals(curve.at(line.getXData()[10]), line.getYData()[10], 1e-12);
        }
    }

    /** One bar is twice as long as the other if its time is. */
    @Test
    void barsAreAsLongAsTheirTimes() {
        var figure = StepBars.of(new StepTimes(0.05, 0.01, 0, 0.04, 0.01));
        assertEquals(2.0, (double) barWidth(figure, 23) / barWidth(figure, 69), 0.02);
    }

    private static int barWidth(BufferedImage figure, int y) {
        return (int) IntStream.range(190, figure.getWidth())
                .filter(x -> new Color(figure.getRGB(x, y - 11)).getRed() < 245)
                .count();
    }

    /** The label's pill is nearly black; the drawn halves and the noise of a fresh network are not. */
    private static boolean hasLabel(BufferedImage picture, int left) {
        for (int x = left; x < picture.getWidth(); x++) {
            for (int y = picture.getHeight() / 2; y < picture.getHeight(); y++) {
                var color = new Color(picture.getRGB(x, y));
                if (Math.max(color.getRed(), Math.max(color.getGreen(), color.getBlue())) < 58) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Gray on the left, light on the right. */
    private static BufferedImage halves() {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < SIZE * SIZE; i++) {
            picture.setRGB(i % SIZE, i / SIZE, i % SIZE < 32 ? 0x808080 : 0xC8C8C8);
        }
        return picture;
    }
}
