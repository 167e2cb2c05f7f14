package doppel.train;

import doppel.align.CropOptions;
import doppel.dataset.AugmentOptions;
import doppel.dataset.TrainingFaces;
import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import doppel.model.ModelDesign;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Two drawn people and a network small enough for tests. */
final class DrawnSides {

    private static final int FACES = 8;
    private static final CropOptions STORED = CropOptions.training(64);

    static final Starts NO_STARTS = new Starts(Path.of("no-starts"));

    private DrawnSides() {}

    static ModelDesign tinyDesign() {
        return ModelDesign.fast().withName("tiny").withWidth(8).withCrop(STORED.withSize(32));
    }

    static TrainOptions tinyOptions(int steps) {
        return TrainOptions.quick()
                .fromScratch()
                .withDesign(tinyDesign())
                .withSteps(steps)
                .withMinutes(0)
                .withBatch(2)
                .withLearn(LearnOptions.quick()
                        .withSchedule(ScheduleOptions.quick().withWarmUpSteps(5))
                        .withAugment(AugmentOptions.none()));
    }

    /** The same, with faces held out, if only its own. */
    static TrainingSide sparing(TrainingSide side) {
        return new TrainingSide(side.person(), side.faces(), Optional.of(side.faces()));
    }

    static TrainingSide a() {
        return side("drawn-a", new Color(200, 150, 120));
    }

    static TrainingSide b() {
        return side("drawn-b", new Color(90, 60, 50));
    }

    private static TrainingSide side(String alias, Color skin) {
        var pictures = new ArrayList<BufferedImage>();
        for (int i = 0; i < FACES; i++) {
            pictures.add(face(skin, 20 + 3 * i));
        }
        var faces = TrainingFaces.of(
                pictures,
                Collections.nCopies(FACES, oval()),
                Collections.nCopies(FACES, landmarks()),
                STORED,
                tinyDesign().crop());
        return new TrainingSide(new Person(alias, FACES, alias), faces);
    }

    /** Skin that gets lighter across, and a mouth that opens. */
    private static BufferedImage face(Color skin, int mouth) {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, skin.darker(), 64, 0, skin.brighter()));
        graphics.fillRect(0, 0, 64, 64);
        graphics.setColor(Color.BLACK);
        graphics.fill(new Ellipse2D.Double(14, 20, 10, 5));
        graphics.fill(new Ellipse2D.Double(40, 20, 10, 5));
        graphics.fill(new Ellipse2D.Double(22, 46, 20, mouth / 4.0));
        graphics.dispose();
        return picture;
    }

    private static Mask oval() {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(6, 2, 52, 60));
        graphics.dispose();
        return Mask.of(picture);
    }

    private static Landmarks landmarks() {
        var points = new ArrayList<>(Collections.nCopies(Landmarks.COUNT, new Point(32, 32)));
        outline(points, 36, 6, new Point(19, 22));
        outline(points, 42, 6, new Point(45, 22));
        outline(points, 48, 12, new Point(32, 50));
        return new Landmarks(points);
    }

    private static void outline(List<Point> points, int first, int count, Point center) {
        for (int i = 0; i < count; i++) {
            var angle = 2 * Math.PI * i / count;
            points.set(first + i, center.plus(new Point(6 * Math.cos(angle), 4 * Math.sin(angle))));
        }
    }
}
