package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.AlignedFace;
import doppel.align.HeadPose;
import doppel.geometry.Box;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final int SIDE = 500;

    @Test
    void aBoxIsDrawnOnItsEdgesAndNowhereElse() {
        var drawn = on().box(new Box(100, 150, 200, 250), "").draw();
        for (var edge : List.of(new Point(100, 300), new Point(300, 300), new Point(200, 150), new Point(200, 400))) {
            assertColor(Ink.YELLOW, drawn, edge);
        }
        assertColor(Color.GRAY, drawn, new Point(200, 300));
        assertColor(Color.GRAY, drawn, new Point(90, 300));
    }

    @Test
    void theWordsStandOnAPlateAboveTheBox() {
        var drawn = on().box(new Box(100, 150, 200, 250), "0.98").draw();
        var plate = new Color(drawn.getRGB(102, 135));
        assertTrue(plate.getRed() < 60, "no plate, but " + plate);
    }

    @Test
    void thePlateOfABoxAtTheUpperEdgeStaysInThePicture() {
        var drawn = on().box(new Box(100, -40, 200, 250), "0.98").draw();
        assertTrue(new Color(drawn.getRGB(102, 2)).getRed() < 60);
    }

    @Test
    void theFrameItselfStaysAsItIs() {
        var frame = gray(SIDE);
        Overlay.on(frame)
                .box(new Box(0, 0, 500, 500), "x")
                .mask(Mask.filled(500, 500, 1), Color.RED)
                .draw();
        assertColor(Color.GRAY, frame, new Point(0, 0));
        assertColor(Color.GRAY, frame, new Point(250, 250));
    }

    @Test
    void anOverlayIsNotChangedByTheOneMadeFromIt() {
        var plain = on();
        plain.points(List.of(new Point(250, 250)), Color.RED);
        assertColor(Color.GRAY, plain.draw(), new Point(250, 250));
    }

    @Test
    void aSmallFrameIsEnlargedAndItsPlacesWithIt() {
        var drawn = Overlay.on(gray(64))
                .enlargedTo(640)
                .points(List.of(new Point(16, 48)), Color.RED)
                .draw();
        assertEquals(640, drawn.getWidth());
        assertColor(Color.RED, drawn, new Point(160, 480));
        assertColor(Color.GRAY, drawn, new Point(170, 480));
    }

    @Test
    void aLargeFrameKeepsItsSize() {
        assertEquals(900, Overlay.on(gray(900)).enlargedTo(300).draw().getWidth());
    }

    @Test
    void onlyTheSquareAroundABoxIsShownAndPlacesStayThoseOfTheFrame() {
        var box = new Box(200, 200, 80, 60);
        var drawn =
                on().around(box, 240).points(List.of(box.center()), Color.RED).draw();
        assertEquals(240, drawn.getWidth());
        assertEquals(240, drawn.getHeight());
        assertColor(Color.RED, drawn, new Point(120, 120));
    }

    @Test
    void landmarksHaveTheColorOfTheirPart() {
        var drawn = on().landmarks(meanFace()).draw();
        var points = meanFace().points();
        assertColor(Ink.GREEN, drawn, points.get(30));
        assertColor(Ink.YELLOW, drawn, points.get(19));
        assertColor(new Color(0x56B4E9), drawn, points.get(36));
        assertColor(Ink.PURPLE, drawn, points.get(48));
    }

    @Test
    void numbersAddInkToTheLandmarksDrawnBefore() {
        var without = on().landmarks(meanFace());
        assertTrue(ink(without.numbered().draw()) > ink(without.draw()) + 500);
        assertEquals(ink(on().draw()), ink(on().numbered().draw()));
    }

    @Test
    void aMaskTintsWhatItHoldsAndLeavesTheRest() {
        // the crop shows the square from (100, 100) to (200, 200), and its left half is the face
        var bytes = new byte[50 * 50];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 50 < 25 ? 255 : 0);
        }
        var toMask = Similarity.shifting(-100, -100).then(Similarity.scaling(0.5));
        var drawn = on().mask(new Mask(50, 50, bytes), toMask, Color.RED).draw();
        var inside = new Color(drawn.getRGB(120, 150));
        assertEquals(128 + 0.45 * 127, inside.getRed(), 2);
        assertEquals(128 * 0.55, inside.getBlue(), 2);
        assertColor(Color.GRAY, drawn, new Point(180, 150));
        assertColor(Color.GRAY, drawn, new Point(90, 150));
    }

    @Test
    void theNoseOfAHeadThatLooksDownToTheRightPointsThere() {
        var drawn = on().axes(new HeadPose(40, 30, 0), new Point(250, 250), 200).draw();
        // yaw and pitch are read off the same way back: the nose ends at sin(pitch) below
        var nose = PoseAxes.of(new HeadPose(40, 30, 0)).out();
        assertEquals(Math.sin(Math.toRadians(30)), nose.y(), 1e-12);
        var half = new Point(250, 250).plus(nose.times(100));
        var color = new Color(drawn.getRGB((int) half.x(), (int) half.y()));
        assertTrue(color.getBlue() > 200 && color.getRed() < 120, "no blue axis, but " + color);
    }

    @Test
    void aHeadThatLooksAheadHasItsAxesLevel() {
        var axes = PoseAxes.of(new HeadPose(0, 0, 0));
        assertEquals(0, axes.across().distanceTo(new Point(1, 0)), 1e-12);
        assertEquals(0, axes.down().distanceTo(new Point(0, 1)), 1e-12);
        assertEquals(0, axes.out().distanceTo(new Point(0, 0)), 1e-12);
    }

    @Test
    void rollTurnsTheTopOfTheHeadToTheLeft() {
        var down = PoseAxes.of(new HeadPose(0, 0, 20)).down();
        assertEquals(Math.sin(Math.toRadians(20)), down.x(), 1e-12);
        assertEquals(Math.cos(Math.toRadians(20)), down.y(), 1e-12);
    }

    @Test
    void arrowsLeadFromEachPointToItsPartner() {
        var drawn = on().arrows(List.of(new Point(100, 100.5)), List.of(new Point(200, 100.5)))
                .draw();
        assertColor(Ink.B, drawn, new Point(150, 100));
        assertColor(Color.GRAY, drawn, new Point(150, 110));
    }

    @Test
    void arrowsWithoutPartnersAreRefused() {
        var one = List.of(new Point(1, 1));
        var refused = assertThrows(IllegalArgumentException.class, () -> on().arrows(one, List.of()));
        assertTrue(refused.getMessage().contains("1 starts and 0 ends"), refused.getMessage());
    }

    @Test
    void theSquareIsWhereTheCropWasCut() {
        var toCrop = Similarity.shifting(-100, -150).then(Similarity.scaling(2));
        var face = new AlignedFace(gray(400), toCrop);
        var drawn = on().square(face).draw();
        assertColor(Ink.YELLOW, drawn, new Point(100, 250));
        assertColor(Ink.YELLOW, drawn, new Point(300, 250));
        assertColor(Ink.YELLOW, drawn, new Point(200, 350));
    }

    private static Overlay on() {
        return Overlay.on(gray(SIDE));
    }

    private static Landmarks meanFace() {
        var points = new ArrayList<Point>(Collections.nCopies(17, new Point(0.5, 1.1)));
        points.addAll(MeanFace.inner());
        return new Landmarks(points).through(Similarity.scaling(400).then(Similarity.shifting(50, 50)));
    }

    private static BufferedImage gray(int side) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        return picture;
    }

    /** How many pixels are not the frame's gray. */
    private static long ink(BufferedImage picture) {
        return java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) != Color.GRAY.getRGB())
                .count();
    }

    private static void assertColor(Color expected, BufferedImage picture, Point at) {
        var found = new Color(picture.getRGB((int) at.x(), (int) at.y()));
        var off = Math.abs(expected.getRed() - found.getRed())
                + Math.abs(expected.getGreen() - found.getGreen())
                + Math.abs(expected.getBlue() - found.getBlue());
        assertTrue(off < 60, "%s at %s, not %s".formatted(found, at, expected));
    }
}
