package doppel.actor;

import doppel.geometry.Point;
import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** People without a head: one flat color each, and an oval for a face. They are rendered in no time. */
public final class FlatStudio implements Studio {

    private final AtomicInteger shots = new AtomicInteger();

    /** How many pictures were taken. */
    public int shots() {
        return shots.get();
    }

    @Override
    public Sitter seat(ActorRecipe recipe, int size) {
        return moment -> shot(recipe, moment, size);
    }

    @Override
    public Sitter seat(ActorRecipe body, ActorRecipe face, int size) {
        return seat(face, size);
    }

    /** Whose looks do not matter. */
    public static ActorRecipe recipe(String name, long seed) {
        return new ActorRecipe(
                name,
                seed,
                new ActorRecipe.Body(.8, 45, 0, 0, 1, .5, .5),
                Map.of(),
                .2,
                new ActorRecipe.Skin("#c89878", "#a86058", .3, .1, .3),
                new ActorRecipe.Eyes("#5a4030", 1),
                new ActorRecipe.Hair(ActorRecipe.Style.CROPPED, "#302018", .1, .5, ActorRecipe.Beard.SHAVEN),
                new ActorRecipe.Clothes("#304050", false),
                new ActorRecipe.Room("#808078", "#f0d0a0"));
    }

    private Shot shot(ActorRecipe recipe, Moment moment, int size) {
        shots.incrementAndGet();
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        var parts = new byte[size * size];
        var face = new byte[size * size];
        var points = points(moment, size);
        var center = Point.mean(points);
        var color = new Color((int) (60 + recipe.seed() * 37 % 150), 120, 100);
        for (int i = 0; i < parts.length; i++) {
            var place = new Point(i % size + .5, i / size + .5);
            var inside = place.distanceTo(center) < .3 * size;
            picture.setRGB(i % size, i / size, inside ? color.getRGB() : 0xff404048);
            parts[i] = inside ? Part.SKIN.number() : Part.BACKGROUND.number();
            face[i] = (byte) (inside ? 255 : 0);
        }
        return new Shot(picture, parts, new Mask(size, size, face), points, dense(points), moment);
    }

    private static List<Point> dense(List<Point> points) {
        return IntStream.range(0, 468)
                .mapToObj(i -> points.get(i % points.size()))
                .toList();
    }

    /** On a circle; eyes and mouth somewhere on it are enough. */
    private static List<Point> points(Moment moment, int size) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 68; i++) {
            var angle = i * 2 * Math.PI / 68;
            points.add(new Point(
                    size * (.5 + moment.yaw() / 400 + .2 * Math.cos(angle)),
                    size * (.5 + moment.pitch() / 400 + .2 * Math.sin(angle))));
        }
        return points;
    }
}
