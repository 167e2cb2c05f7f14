package doppel.actor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A page on which a recipe is judged: moods, sounds of speech, turns of the head, eyes and lights, a row each.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class ContactSheet {

    private static final int GAP = 4;

    /** Below the pictures there is room for the visible label, a sixteenth of their height. */
    private static final int FOOTER_SHARE = 16;

    static final Color PAPER = new Color(24, 24, 24);

    private ContactSheet() {}

    /** The moments of the page, row by row, eight each. */
    public static List<List<Moment>> moments() {
        return List.of(moods(), sounds(), turns(), eyes(), lights());
    }

    /**
     * Films all moments, two at a time, and lays them out.
     *
     * @param size pixels a side of one picture
     * @param progress is told after each picture
     * @throws IOException if the thread is interrupted
     */
    public static BufferedImage draw(Sitter sitter, int size, Consumer<TakeStep> progress) throws IOException {
        var rows = moments();
        var columns = rows.get(0).size();
        var width = columns * (size + GAP) + GAP;
        var height = rows.size() * (size + GAP) + GAP;
        var sheet = paper(width, height);
        var graphics = sheet.createGraphics();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < rows.size() * columns; i++) {
            places.add(i);
        }
        InPairs.run(
                places,
                place -> {
                    var picture = sitter.shoot(rows.get(place / columns).get(place % columns))
                            .picture();
                    synchronized (graphics) {
                        graphics.drawImage(
                                picture,
                                GAP + place % columns * (size + GAP),
                                GAP + place / columns * (size + GAP),
                                null);
                    }
                },
                done -> progress.accept(new TakeStep(done, places.size())));
        graphics.dispose();
        return sheet;
    }

    /** Empty paper, higher than asked by the room for the visible label. */
    static BufferedImage paper(int width, int height) {
        var paper = new BufferedImage(width, height + height / FOOTER_SHARE, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = paper.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        graphics.dispose();
        return paper;
    }

    private static List<Moment> moods() {
        var row = new ArrayList<Moment>();
        for (var mood : Mood.values()) {
            var weights = new TreeMap<String, Double>();
            for (var unit : Performance.UNITS) {
                put(weights, unit, mood.weight(unit));
            }
            row.add(moment(weights));
        }
        return row;
    }

    private static List<Moment> sounds() {
        var row = new ArrayList<Moment>();
        for (var phone : List.of(Phone.AH, Phone.EH, Phone.EE, Phone.OH, Phone.OO, Phone.M, Phone.F, Phone.SH)) {
            var weights = new TreeMap<String, Double>();
            for (var unit : Performance.UNITS) {
                put(weights, unit, phone.mouth(unit));
            }
            row.add(moment(weights));
        }
        return row;
    }

    private static List<Moment> turns() {
        var degrees = new double[][] {
            {-45, 0, 0}, {-22, 0, 0}, {22, 0, 0}, {45, 0, 0}, {0, -18, 0}, {0, 18, 0}, {0, 0, -10}, {30, 12, 8}
        };
        var row = new ArrayList<Moment>();
        for (var turn : degrees) {
            row.add(new Moment(
                    0, Map.of(), turn[0], turn[1], turn[2], -.5 * turn[0], -.5 * turn[1], Moment.Light.portrait()));
        }
        return row;
    }

    private static List<Moment> eyes() {
        return List.of(
                moment(Map.of("eyeBlinkLeft", .5, "eyeBlinkRight", .5)),
                moment(Map.of("eyeBlinkLeft", 1.0, "eyeBlinkRight", 1.0)),
                moment(Map.of("eyeWideLeft", .6, "eyeWideRight", .6)),
                moment(Map.of("eyeSquintLeft", .7, "eyeSquintRight", .7)),
                looking(22, 0),
                looking(-22, 0),
                looking(0, -12),
                looking(0, 15));
    }

    private static List<Moment> lights() {
        var row = new ArrayList<Moment>();
        for (var light : List.of(
                new Moment.Light(-60, 20, 1, 0),
                new Moment.Light(-25, 45, 1, .3),
                new Moment.Light(0, 15, 1, 0),
                new Moment.Light(25, 30, 1, -.3),
                new Moment.Light(60, 20, 1, .5),
                new Moment.Light(0, 50, 1.1, 0),
                new Moment.Light(-35, 30, .75, .1),
                new Moment.Light(35, 30, 1.1, .1))) {
            row.add(new Moment(0, Map.of("mouthSmileLeft", .25, "mouthSmileRight", .25), 8, 0, 0, -8, 0, light));
        }
        return row;
    }

    private static Moment looking(double yaw, double pitch) {
        var weights = new TreeMap<String, Double>();
        Performance.lids(weights, yaw, pitch, 0);
        return new Moment(0, weights, 0, 0, 0, yaw, pitch, Moment.Light.portrait());
    }

    private static Moment moment(Map<String, Double> weights) {
        return new Moment(0, weights, 0, 0, 0, 0, 0, Moment.Light.portrait());
    }

    private static void put(Map<String, Double> weights, String unit, double weight) {
        if (weight > 0) {
            if (Performance.SINGLE.contains(unit)) {
                weights.put(unit, weight);
            } else {
                weights.put(unit + "Left", weight);
                weights.put(unit + "Right", weight);
            }
        }
    }
}
