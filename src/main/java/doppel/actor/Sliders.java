package doppel.actor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The 105 controls of a face: a name, and the shapes that it blends in below and above 0.
 *
 * <p>A slider that has a shape on one side only, such as {@code head-oval}, goes from 0 to 1; all others from -1 to 1.
 * Left and right move together; asymmetry is a control of its own.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class Sliders {

    private static final Set<String> AREAS =
            Set.of("head", "chin", "cheek", "forehead", "nose", "mouth", "eyes", "eyebrows", "ears");

    /** Endings of the shapes' names: less and more of the same. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("decr", "incr"),
            List.of("down", "up"),
            List.of("in", "out"),
            List.of("backward", "forward"),
            List.of("concave", "convex"),
            List.of("compress", "uncompress"));

    private final Map<String, Slider> sliders;

    /** What a slider blends in below 0 and above 0. */
    private record Slider(List<String> less, List<String> more) {}

    private static final class Holder {
        static final Sliders ALL = new Sliders(HeadData.load());
    }

    private Sliders(HeadData head) {
        sliders = new TreeMap<>();
        for (var target : head.targetNames()) {
            var area = target.substring(0, target.indexOf('/'));
            // moving the whole head is the camera's business
            if (AREAS.contains(area) && !target.startsWith("head/head-trans")) {
                add(target);
            }
        }
    }

    private void add(String target) {
        var shape = target.substring(target.indexOf('/') + 1).replaceFirst("^[lr]-", "");
        for (var pair : PAIRS) {
            for (int side = 0; side < 2; side++) {
                var ending = "-" + pair.get(side);
                if (shape.endsWith(ending)) {
                    put(name(shape.substring(0, shape.length() - ending.length()), pair), target, side == 1);
                    return;
                }
            }
        }
        put(shape, target, true);
    }

    /** The shape's name; where three shapes share one, the direction tells them apart. */
    private static String name(String shape, List<String> pair) {
        var shared =
                shape.endsWith("-trans") || Set.of("eye-bag", "eye-eyefold").contains(shape);
        if (!shared || pair.get(0).equals("decr")) {
            return shape;
        }
        return switch (pair.get(1)) {
            case "up" -> shape + "-height";
            case "out" -> shape + "-side";
            case "forward" -> shape + "-depth";
            default -> shape;
        };
    }

    private void put(String name, String target, boolean more) {
        var slider = sliders.getOrDefault(name, new Slider(List.of(), List.of()));
        sliders.put(
                name,
                more
                        ? new Slider(slider.less, with(slider.more, target))
                        : new Slider(with(slider.less, target), slider.more));
    }

    private static List<String> with(List<String> list, String target) {
        return Stream.concat(list.stream(), Stream.of(target)).toList();
    }

    /** All 105 in order of the alphabet. */
    public static List<String> names() {
        return List.copyOf(Holder.ALL.sliders.keySet());
    }

    static boolean knows(String name) {
        return Holder.ALL.sliders.containsKey(name);
    }

    /** -1, or 0 where the slider has one side only. */
    public static double least(String name) {
        return Holder.ALL.sliders.get(name).less.isEmpty() ? 0 : -1;
    }

    /** Blends the shapes of a slider into {@code shape}. */
    static void move(float[] shape, String name, double amount) {
        var slider = Holder.ALL.sliders.get(name);
        for (var target : amount < 0 ? slider.less : slider.more) {
            HeadData.load().target(target).addTo(shape, Math.abs(amount));
        }
    }

    /** The known name that is most like a wrong one. */
    static String nearest(String wrong) {
        var best = "";
        for (var name : names()) {
            if (best.isEmpty() || edits(wrong, name) < edits(wrong, best)) {
                best = name;
            }
        }
        return best;
    }

    /** How many letters must be changed, added or removed. */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
