package doppel.actor;

import doppel.geometry.Point;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Things that come between the camera and a face: rounded bars that the key lamp shades, drawn into the picture. */
final class Occluder {

    /**
     * A rounded bar.
     *
     * @param from one end, in pixels
     * @param to the other end
     * @param radius half its width in pixels
     */
    private record Bar(Point from, Point to, double radius) {}

    private final List<Bar> bars;
    private final float[] color;

    /** How round the bars are: 1 like fingers, 0 flat. */
    private final double roundness;

    private Occluder(List<Bar> bars, float[] color, double roundness) {
        this.bars = List.copyOf(bars);
        this.color = color;
        this.roundness = roundness;
    }

    /**
     * A hand before the mouth, from below.
     *
     * @param center of the mouth
     * @param unit distance between the eyes' outer corners, in pixels
     * @param tone linear red, green, blue of the skin
     */
    static Occluder hand(Point center, double unit, float[] tone) {
        var up = new Point(-.42 * unit, -.91 * unit);
        var across = new Point(.91 * unit, -.42 * unit);
        var knuckles = center.plus(new Point(.26 * unit, .34 * unit));
        var lengths = new double[] {.62, .78, .86, .8};
        var bars = new ArrayList<Bar>();
        bars.add(new Bar(at(knuckles, unit, .32, .5), at(knuckles, unit, .75, 1.5), .3 * unit));
        for (int finger = 0; finger < lengths.length; finger++) {
            var base = knuckles.plus(across.times(.2 * (finger - 1.5)));
            bars.add(new Bar(base.minus(up.times(.6)), base, .14 * unit));
            bars.add(new Bar(base, base.plus(up.times(lengths[finger])), .115 * unit));
        }
        bars.add(new Bar(at(knuckles, unit, -.25, .42), at(knuckles, unit, -.52, -.05), .12 * unit));
        return new Occluder(bars, new float[] {.95f * tone[0], .82f * tone[1], .74f * tone[2]}, 1);
    }

    /**
     * A sleep mask or a strip of cloth before the eyes.
     *
     * @param left one eye
     * @param right the other eye
     */
    static Occluder strip(Point left, Point right, float[] color) {
        var along = right.minus(left);
        var unit = along.distanceTo(new Point(0, 0));
        return new Occluder(
                List.of(new Bar(left.minus(along.times(.55)), right.plus(along.times(.55)), .36 * unit)), color, .45);
    }

    /** The picture with this before it. */
    BufferedImage before(BufferedImage picture) {
        var result = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var from = Spoiler.pixels(picture);
        var to = Spoiler.pixels(result);
        for (int i = 0; i < to.length / 3; i++) {
            var x = i % picture.getWidth() + .5;
            var y = i / picture.getWidth() + .5;
            draw(from, to, 3 * i, new Point(x, y));
        }
        return result;
    }

    /** One bar over the other, each with a soft edge and a little shadow around it. */
    private void draw(byte[] from, byte[] to, int at, Point place) {
        var light =
                new float[] {LightTable.light(from[at + 2]), LightTable.light(from[at + 1]), LightTable.light(from[at])
                };
        for (var bar : bars) {
            var foot = foot(bar, place);
            var away = place.minus(foot);
            var distance = away.distanceTo(new Point(0, 0));
            var shade = (float) Track.smooth((distance - .7 * bar.radius) / (.55 * bar.radius));
            var cover = (float) Math.max(0, Math.min(1, bar.radius - distance + .5));
            var bright = brightness(bar, away, distance);
            for (int channel = 0; channel < 3; channel++) {
                var behind = light[channel] * (.55f + .45f * shade);
                light[channel] = behind * (1 - cover) + color[channel] * bright * cover;
            }
        }
        to[at + 2] = LightTable.level(light[0]);
        to[at + 1] = LightTable.level(light[1]);
        to[at] = LightTable.level(light[2]);
    }

    /** Lit from the upper left, as most portraits are. */
    private float brightness(Bar bar, Point away, double distance) {
        var out = Math.min(1, distance / bar.radius);
        var depth = Math.sqrt(1 - out * out);
        var facing = (-.5 * away.x() - .55 * away.y()) / bar.radius * roundness;
        return (float) Math.max(.08, .8 + .22 * facing - .4 * roundness * (1 - depth));
    }

    private static Point foot(Bar bar, Point place) {
        var along = bar.to.minus(bar.from);
        var length = along.x() * along.x() + along.y() * along.y();
        var way = place.minus(bar.from);
        var share = (way.x() * along.x() + way.y() * along.y()) / length;
        return bar.from.plus(along.times(Math.max(0, Math.min(1, share))));
    }

    private static Point at(Point origin, double unit, double right, double down) {
        return origin.plus(new Point(right * unit, down * unit));
    }
}
