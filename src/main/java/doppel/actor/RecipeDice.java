package doppel.actor;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Throws together adults for a crowd: faces far apart, none of them odd. */
final class RecipeDice {

    /** How far sliders usually go, and never further. */
    private static final double SPREAD = .27;

    private static final double MOST = .8;

    /** Skin from light to dark, with the lips that go with it. */
    private static final List<List<String>> SKINS = List.of(
            List.of("#e6bfa6", "#bd7a70"),
            List.of("#d8a68a", "#ac6a62"),
            List.of("#c68f6c", "#9e5f55"),
            List.of("#a8714e", "#8a4f48"),
            List.of("#7f5138", "#70403a"),
            List.of("#5c3a28", "#583330"));

    private static final List<String> IRISES =
            List.of("#6f8fa6", "#7d8f78", "#8a7350", "#6b4a2c", "#54371f", "#3d2818");
    private static final List<String> HAIRS = List.of("#b08a58", "#7a5434", "#4f3320", "#38251a", "#221812", "#15100e");
    private static final List<String> CLOTHES =
            List.of("#2f4157", "#5b3a38", "#3f5546", "#8c8373", "#2a2a2e", "#7a6a86", "#b3a04e", "#496c80");
    private static final List<String> WALLS = List.of("#6f7a80", "#8a7d6d", "#59636b", "#7b8272", "#4c4f57");
    private static final List<String> GLOWS = List.of("#ffe2b8", "#d8e6ff", "#fff2dd", "#ffd09a");

    /** These change how the whole head stands, or make eyes and mouths that no actor could close. */
    private static final List<String> CALM = List.of(
            "eye-epicanthus",
            "eye-push1",
            "eye-push2",
            "mouth-trans-side",
            "nose-trans-side",
            "eye-trans-side",
            "eye-trans-height",
            "mouth-scale-depth",
            "head-angle",
            "mouth-trans-depth",
            "eye-scale",
            "eye-height2");

    private final long seed;
    private final SplittableRandom random;

    RecipeDice(long seed) {
        this.seed = seed;
        // neighbors in seed must not begin alike
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
    }

    ActorRecipe recipe() {
        var isWoman = random.nextBoolean();
        var looks = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        looks[random.nextInt(3)] += 2;
        var years = 40 + 35 * random.nextDouble();
        var body = new ActorRecipe.Body(
                isWoman ? 1 - .2 * random.nextDouble() : .2 * random.nextDouble(),
                years,
                looks[0],
                looks[1],
                looks[2],
                .3 + .5 * random.nextDouble(),
                .25 + .5 * random.nextDouble());
        return new ActorRecipe(
                "person-" + Long.toUnsignedString(seed, 36),
                seed,
                body,
                sliders(),
                .1 + .4 * random.nextDouble(),
                skin(looks, years),
                new ActorRecipe.Eyes(pick(IRISES, darkness(looks) + normal()), .95 + .1 * random.nextDouble()),
                hair(isWoman, looks, years),
                new ActorRecipe.Clothes(any(CLOTHES), random.nextInt(4) == 0),
                new ActorRecipe.Room(any(WALLS), any(GLOWS)));
    }

    private Map<String, Double> sliders() {
        var sliders = new TreeMap<String, Double>();
        for (var name : Sliders.names()) {
            var amount = SPREAD * normal() * (CALM.contains(name) ? .4 : 1);
            var least = Math.max(-MOST, Sliders.least(name));
            sliders.put(name, Math.round(1000 * Math.max(least, Math.min(MOST, amount))) / 1000.0);
        }
        return sliders;
    }

    private ActorRecipe.Skin skin(double[] looks, double years) {
        var skin = SKINS.get(index(SKINS.size(), darkness(looks) + .8 * normal()));
        return new ActorRecipe.Skin(
                skin.get(0),
                skin.get(1),
                .3 + .5 * random.nextDouble(),
                Math.max(0, random.nextDouble() - .5),
                Math.min(1, .15 + (years - 38) / 60 + .2 * random.nextDouble()));
    }

    private ActorRecipe.Hair hair(boolean isWoman, double[] looks, double years) {
        var styles = isWoman
                ? List.of(ActorRecipe.Style.TIED_BACK, ActorRecipe.Style.CURLY, ActorRecipe.Style.SIDE_PARTED)
                : List.of(ActorRecipe.Style.CROPPED, ActorRecipe.Style.SIDE_PARTED, ActorRecipe.Style.CURLY);
        var beards = ActorRecipe.Beard.values();
        return new ActorRecipe.Hair(
                styles.get(random.nextInt(3)),
                pick(HAIRS, 1 + darkness(looks) + normal()),
                Math.max(0, Math.min(1, (years - 45) / 35 + .25 * normal())),
                isWoman ? .2 + .3 * random.nextDouble() : .4 + .5 * random.nextDouble(),
                isWoman ? ActorRecipe.Beard.SHAVEN : beards[random.nextInt(beards.length)]);
    }

    /** Nearly a normal deviate, from sums alone: no library's next version can change it. */
    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** 0 light to 5 dark, as the looks go with skin and hair on average. */
    private static double darkness(double[] looks) {
        return (4.2 * looks[0] + 1.8 * looks[1] + .8 * looks[2]) / (looks[0] + looks[1] + looks[2]);
    }

    private static int index(int size, double wish) {
        return (int) Math.max(0, Math.min(size - 1, Math.round(wish)));
    }

    private static String pick(List<String> list, double wish) {
        return list.get(index(list.size(), wish));
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
