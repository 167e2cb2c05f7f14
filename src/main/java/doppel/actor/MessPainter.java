package doppel.actor;

import doppel.geometry.Point;
import doppel.image.Retouch;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Does one fault to one picture. */
final class MessPainter {

    /**
     * @param picture with the fault
     * @param how in a few words
     */
    record Done(BufferedImage picture, String how) {}

    private MessPainter() {}

    /**
     * @param points landmarks of the face, pixels
     */
    static Done paint(BufferedImage picture, List<Point> points, FaultKind fault, long seed) {
        var random = new Random(seed);
        return switch (fault) {
            case BLURRED -> blurred(picture, points, random);
            case DARK -> dark(picture, random);
            case CUT_OFF -> cutOff(picture, points, random);
            case OCCLUDED -> occluded(picture, points, random);
            case DUPLICATE -> smaller(picture, random);
            default -> new Done(picture, "");
        };
    }

    private static Done blurred(BufferedImage picture, List<Point> points, Random random) {
        var unit = unit(points);
        if (random.nextBoolean()) {
            var sigma = unit * (.02 + .02 * random.nextDouble());
            return new Done(Retouch.blurred(picture, sigma), words("sigma %.1f pixels", sigma));
        }
        var length = unit * (.2 + .15 * random.nextDouble());
        return new Done(
                Spoiler.moved(picture, length, length * (random.nextDouble() - .5)),
                words("moved by %.0f pixels", length));
    }

    private static Done dark(BufferedImage picture, Random random) {
        var factor = .02 + .03 * random.nextDouble();
        return new Done(
                Spoiler.exposed(picture, factor, .005, random.nextLong()), words("%.1f %% of the light", 100 * factor));
    }

    /** Moved sideways so far that a third of the face or more is gone, and what remains is still found. */
    private static Done cutOff(BufferedImage picture, List<Point> points, Random random) {
        var left = points.stream().mapToDouble(Point::x).min().orElseThrow();
        var right = points.stream().mapToDouble(Point::x).max().orElseThrow();
        var lost = .22 + .13 * random.nextDouble();
        var shift = random.nextBoolean()
                ? -left - lost * (right - left)
                : picture.getWidth() - right + lost * (right - left);
        return new Done(Retouch.shifted(picture, shift, 0), words("%.0f %% beyond the edge", 100 * lost));
    }

    private static Done occluded(BufferedImage picture, List<Point> points, Random random) {
        if (random.nextBoolean()) {
            var center = Point.mean(points.subList(48, 68));
            var tone = DirtyClip.tone(picture, points);
            return new Done(Occluder.hand(center, unit(points), tone).before(picture), "hand");
        }
        var cloth = new float[] {random.nextFloat() * .3f, random.nextFloat() * .2f, random.nextFloat() * .3f};
        var strip = Occluder.strip(Point.mean(points.subList(36, 42)), Point.mean(points.subList(42, 48)), cloth);
        return new Done(strip.before(picture), "strip of cloth");
    }

    private static Done smaller(BufferedImage picture, Random random) {
        var scale = .9 + .08 * random.nextDouble();
        var width = 2 * (int) Math.round(picture.getWidth() * scale / 2);
        var height = 2 * (int) Math.round(picture.getHeight() * scale / 2);
        return new Done(
                Warp.resize(picture, width, height), "saved again with %d x %d pixels".formatted(width, height));
    }

    /** Between the eyes' outer corners. */
    private static double unit(List<Point> points) {
        return points.get(45).distanceTo(points.get(36));
    }

    private static String words(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
