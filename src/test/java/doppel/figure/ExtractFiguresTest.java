package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.detect.DetectedFace;
import doppel.detect.SampleFrames;
import doppel.geometry.Box;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractFiguresTest {

    /** The mean face's eyes are .531 of the unit box apart, whatever the frame. */
    @ParameterizedTest
    @CsvSource({"0.3, 64", "0.5, 64", "0.76, 128"})
    void eyesAreAsFarApartAsCoverageSays(double coverage, int size) {
        var eyes = MeanFace.five().get(0).distanceTo(MeanFace.five().get(1));
        var figure = new CoverageFigure(SampleFrames.face(), meanFace());
        assertEquals(eyes * coverage * size, figure.eyePixels(coverage, size), 1e-9);
    }

    @Test
    void theThresholdKeepsScoresThatReachIt() {
        var figure = new DetectorFigure(SampleFrames.face(), List.of(face(0.9), face(0.5), face(0.06)));
        assertEquals(3, figure.kept(0.05));
        assertEquals(2, figure.kept(0.5));
        assertEquals(0, figure.kept(0.95));
    }

    /** The book drops a face of 300 x 400 at x = 1500 of a frame of 1920 x 1080. */
    @Test
    void aFaceOnTheRightHasANegativeWidthWhenCutAtTheHeight() {
        var figure = new ClampFigure(SampleFrames.gray(1920, 1080), new Box(1500, 300, 300, 400));
        assertEquals(-420, figure.cutWidth());
        assertEquals(180, new ClampFigure(figure.frame(), new Box(900, 300, 300, 400)).cutWidth());
        assertEquals(300, new ClampFigure(figure.frame(), new Box(700, 300, 300, 400)).cutWidth());
    }

    @Test
    void theWideFrameHasTheFaceWhereItsBoxIs() {
        var small = SampleFrames.gray(256, 256);
        var pen = small.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(100, 80, 60, 80);
        pen.dispose();
        var wide = ClampFigure.wide(small, new Box(100, 80, 60, 80), 1500);
        assertEquals(new Box(1500, wide.box().y(), 300, 400), wide.box());
        var middle = wide.box().center();
        assertEquals(Color.RED.getRGB(), wide.frame().getRGB((int) middle.x(), (int) middle.y()));
        assertEquals(Color.GRAY.getRGB(), wide.frame().getRGB(1490, (int) middle.y()));
    }

    @Test
    void exchangingChannelsTwiceChangesNothing() {
        var face = SampleFrames.face();
        var once = ChannelFigure.exchanged(face);
        var color = new Color(face.getRGB(128, 128));
        assertEquals(new Color(color.getBlue(), color.getGreen(), color.getRed()), new Color(once.getRGB(128, 128)));
        assertEquals(face.getRGB(77, 99), ChannelFigure.exchanged(once).getRGB(77, 99));
    }

    @Test
    void landmarksThatMoveByATenthOfTheEyesDistanceSaySo() {
        var shifted = meanFace().through(Similarity.shifting(meanFace().eyeDistance() / 10, 0));
        var figure = new ChannelFigure(SampleFrames.face(), meanFace(), shifted);
        assertEquals(10, figure.shift(), 1e-9);
        assertTrue(figure.overlap() < 0.97 && figure.overlap() > 0.8, "overlap " + figure.overlap());
    }

    @Test
    void aRowOfMasksFitsThePage() {
        var half = Mask.filled(256, 256, 0.5);
        var figure = MaskFigure.of(SampleFrames.face()).against(half);
        for (int i = 0; i < 4; i++) {
            figure = figure.with("mask " + i, half);
        }
        assertTrue(figure.draw().getWidth() <= Gallery.PAGE);
    }

    @Test
    void aFilmStripMarksDamagedFramesOnItsTimeLine() throws IOException {
        var dirty = FilmStrip.of(SampleFrames.FOLDER.resolve("actor-a-dirty.mp4"), 6);
        assertEquals(150, dirty.length());
        assertEquals(8, dirty.damaged().size());
        var strip = dirty.draw();
        var whole = new FilmStrip(dirty.frames(), List.of(), dirty.length(), dirty.framesPerSecond()).draw();
        // frame 146 of 150, at 20 + 146 / 150 * 880
        var x = 877;
        assertEquals(0, ink(whole, x, Ink.B));
        assertTrue(ink(strip, x, Ink.B) > 8, "no red at frame 146");
    }

    @Test
    void aStripOfOneFrameIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> FilmStrip.of(SampleFrames.clip("actor-a"), 1));
        assertTrue(refused.getMessage().contains("2 to 16 frames, got 1"), refused.getMessage());
    }

    private static long ink(java.awt.image.BufferedImage picture, int x, Color color) {
        return java.util.stream.IntStream.range(0, picture.getHeight())
                .filter(y -> picture.getRGB(x, y) == color.getRGB())
                .count();
    }

    private static DetectedFace face(double score) {
        return new DetectedFace(new Box(10, 10, 50, 50), score, Collections.nCopies(6, new Point(20, 20)));
    }

    private static Landmarks meanFace() {
        var points = new ArrayList<Point>(Collections.nCopies(17, new Point(0.5, 1.1)));
        points.addAll(MeanFace.inner());
        return new Landmarks(points).through(Similarity.turning(10, 120).then(Similarity.shifting(70, 60)));
    }
}
