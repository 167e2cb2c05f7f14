package doppel.actor;

import doppel.geometry.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/**
 * How a person is made, step by step, and what is known of each picture.
 *
 * <ol>
 *   <li>The mesh of the head, bent by the recipe.
 *   <li>In clay, under the lamps: the shape alone.
 *   <li>Painted.
 *   <li>With hair, brows and lashes: done.
 *   <li>The 68 landmarks.
 *   <li>The 468 dense landmarks.
 *   <li>The parts.
 *   <li>The face mask.
 *   <li>The truth: another person's face on this head.
 *   <li>That other person.
 * </ol>
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class MakingOf {

    private static final int COLUMNS = 5;

    private static final Color WIRE = new Color(0x9fc3dc);
    private static final Color DOT = new Color(0x60ff80);

    /** One for each {@link Part}, far apart to the eye. */
    private static final int[] COLORS = {
        0x202428, 0xe3b08f, 0x6b4a2b, 0x4fc3f7, 0xd8485b, 0x5b1a22, 0xf4d35e, 0xf08a4b, 0x7a5ccf, 0xb9d69a, 0x3d6f8e
    };

    private MakingOf() {}

    /**
     * @param recipe who is made
     * @param face whose face the truth shows
     * @param size pixels a side of one picture
     */
    public static BufferedImage draw(ActorRecipe recipe, ActorRecipe face, int size) {
        var moment = new Moment(
                0,
                Map.of("mouthSmileLeft", .35, "mouthSmileRight", .35, "jawOpen", .12),
                -18,
                2,
                0,
                12,
                0,
                Moment.Light.portrait());
        var actor = Actor.cast(recipe, size);
        var other = Actor.cast(face, size);
        var shot = actor.shoot(moment);
        var steps = List.of(
                wire(actor, moment, size),
                actor.inClay().shoot(moment).picture(),
                actor.shorn().shoot(moment).picture(),
                shot.picture(),
                dots(shot.picture(), shot.landmarks(), 2.5),
                dots(shot.picture(), shot.dense(), 1.3),
                colored(shot.parts(), size),
                shot.face().picture(),
                actor.wearing(other).shoot(moment).picture(),
                other.shoot(moment).picture());
        var page = ContactSheet.paper(COLUMNS * size, steps.size() / COLUMNS * size);
        var graphics = page.createGraphics();
        for (int i = 0; i < steps.size(); i++) {
            graphics.drawImage(steps.get(i), i % COLUMNS * size, i / COLUMNS * size, null);
        }
        graphics.dispose();
        return page;
    }

    private static BufferedImage wire(Actor actor, Moment moment, int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = smooth(picture);
        graphics.setColor(ContactSheet.PAPER);
        graphics.fillRect(0, 0, size, size);
        graphics.setColor(WIRE);
        graphics.setStroke(new BasicStroke(.35f));
        var corners = actor.wires(moment);
        for (int i = 0; i < corners.size(); i += 4) {
            var path = new Path2D.Double();
            path.moveTo(corners.get(i).x(), corners.get(i).y());
            for (int k = 1; k < 4; k++) {
                path.lineTo(corners.get(i + k).x(), corners.get(i + k).y());
            }
            path.closePath();
            graphics.draw(path);
        }
        graphics.dispose();
        return picture;
    }

    private static BufferedImage dots(BufferedImage picture, List<Point> points, double width) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = smooth(copy);
        graphics.drawImage(picture, 0, 0, null);
        graphics.setColor(DOT);
        for (var point : points) {
            graphics.fill(new Ellipse2D.Double(point.x() - width / 2, point.y() - width / 2, width, width));
        }
        graphics.dispose();
        return copy;
    }

    private static BufferedImage colored(byte[] parts, int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < parts.length; i++) {
            picture.setRGB(i % size, i / size, COLORS[parts[i]]);
        }
        return picture;
    }

    private static Graphics2D smooth(BufferedImage picture) {
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
