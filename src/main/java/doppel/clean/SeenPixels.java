package doppel.clean;

import doppel.align.CropOptions;
import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.mask.HullMask;

/**
 * Which pixels of a {@link FaceLook} say what is on the face: filmed, inside its hull, neither too dark nor blown out.
 *
 * @param seen one for each pixel, row by row
 * @param hull pixels inside the hull, seen or not
 */
record SeenPixels(boolean[] seen, int hull) {

    private static final int SIDE = FaceLook.SIDE;

    /** A pixel below, the mean of its colors of 255, is too dark to show what it is. */
    private static final int TOO_DARK = 40;

    /** And one with a channel from here on is blown out. */
    private static final int TOO_LIGHT = 250;

    /** With fewer seen pixels, a face is too dark or too light to be judged. */
    private static final int FEWEST = 30;

    static SeenPixels of(FaceRecord face, FaceLook look) {
        var toLook = face.toFaceUnits().then(CropOptions.training(SIDE).fromFaceUnits());
        var toFrame = toLook.inverse();
        var mask = HullMask.of(face.landmarks().through(toLook), SIDE).bytes();
        var seen = new boolean[SIDE * SIDE];
        var hull = 0;
        for (int i = 0; i < seen.length; i++) {
            if ((mask[i] & 255) > 127) {
                hull++;
                var place = toFrame.apply(new Point(i % SIDE + 0.5, i / SIDE + 0.5));
                seen[i] = filmed(face, place) && lit(look.pixels(), 3 * i);
            }
        }
        return new SeenPixels(seen, hull);
    }

    /** Whether there are enough of them to judge the face. */
    boolean enough() {
        var count = 0;
        for (var one : seen) {
            count += one ? 1 : 0;
        }
        return count >= FEWEST;
    }

    /** Beyond the frame's edge, the picture repeats what lies at the edge. */
    private static boolean filmed(FaceRecord face, Point place) {
        return place.x() >= 0
                && place.y() >= 0
                && place.x() < face.origin().width()
                && place.y() < face.origin().height();
    }

    private static boolean lit(byte[] bgr, int at) {
        var blue = bgr[at] & 255;
        var green = bgr[at + 1] & 255;
        var red = bgr[at + 2] & 255;
        return blue + green + red > 3 * TOO_DARK && Math.max(blue, Math.max(green, red)) < TOO_LIGHT;
    }
}
