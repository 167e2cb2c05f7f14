package doppel.actor;

import java.util.SplittableRandom;
import java.util.TreeSet;

/** Blends the shapes of the data into the neutral shape of one adult. */
final class PersonShape {

    static final int FIRST_JOINT = 5791;
    static final int FIRST_EYE = 5863;
    static final int LAST_EYE = 6006;

    private static final int FIRST_TONGUE = HeadData.BODY;
    private static final int FIRST_LOWER_TOOTH = 6257;
    private static final int FIRST_UPPER_TOOTH = 6325;

    /** Middle of the upper teeth's and of the lower teeth's edge. */
    private static final int UPPER_EDGE = 6334;

    private static final int LOWER_EDGE = 6275;

    /** Middle of the line between the lips, and of the upper lip's back. */
    private static final int LIP_LINE = 474;

    private static final int BEHIND_LIPS = 537;

    /** From the lips' back to the teeth, in dm: the data's touch, and would come through the lips in a smile. */
    private static final float TEETH_BACK = .055f;

    /** What a relaxed upper lip leaves free, in dm. */
    private static final float TEETH_SHOW = .045f;

    /** How far the upper teeth hang before and below the lower ones, in dm. */
    private static final float OVERBITE = .03f;

    private static final float TEETH_WIDTH = .95f;

    /** Where the middle of the eyes is put, so that tall and small people look into one camera. */
    private static final double[] EYES = {0, 7.285, 1.25};

    private PersonShape() {}

    static float[] of(ActorRecipe recipe) {
        var shape = HeadData.load().rest().clone();
        macro(shape, recipe.body());
        recipe.sliders().forEach((name, amount) -> Sliders.move(shape, name, amount));
        asymmetry(shape, recipe);
        center(shape);
        LipSeal.load().close(shape);
        setTeeth(shape);
        return shape;
    }

    private static void macro(float[] shape, ActorRecipe.Body body) {
        var old = (body.years() - 25) / 65;
        var looks = body.african() + body.asian() + body.caucasian();
        for (var sex : new String[] {"female", "male"}) {
            for (var age : new String[] {"old", "young"}) {
                var share = (sex.equals("female") ? body.feminine() : 1 - body.feminine())
                        * (age.equals("old") ? old : 1 - old);
                add(shape, "african-" + sex + "-" + age, share * body.african() / looks);
                add(shape, "asian-" + sex + "-" + age, share * body.asian() / looks);
                add(shape, "caucasian-" + sex + "-" + age, share * body.caucasian() / looks);
                for (var muscle : new String[] {"min", "average", "max"}) {
                    for (var weight : new String[] {"min", "average", "max"}) {
                        add(
                                shape,
                                "universal-%s-%s-%smuscle-%sweight".formatted(sex, age, muscle, weight),
                                share * third(muscle, body.muscle()) * third(weight, body.weight()));
                    }
                }
            }
        }
    }

    /** How much of min, average and max an amount of 0 to 1 is. */
    private static double third(String name, double amount) {
        return switch (name) {
            case "min" -> Math.max(0, 1 - 2 * amount);
            case "max" -> Math.max(0, 2 * amount - 1);
            default -> 1 - Math.abs(2 * amount - 1);
        };
    }

    private static void add(float[] shape, String macro, double weight) {
        var name = "macrodetails/" + macro;
        // the average build moves nothing of the head, and is not in the data
        if (weight > 0 && HeadData.load().targetNames().contains(name)) {
            HeadData.load().target(name).addTo(shape, weight);
        }
    }

    private static void asymmetry(float[] shape, ActorRecipe recipe) {
        var random = new SplittableRandom(recipe.seed());
        var names = new TreeSet<String>();
        for (var target : HeadData.load().targetNames()) {
            if (target.startsWith("asym/asym-") && target.endsWith("-l")) {
                names.add(target.substring(0, target.length() - 2));
            }
        }
        for (var name : names) {
            var side = random.nextBoolean() ? "-l" : "-r";
            HeadData.load().target(name + side).addTo(shape, recipe.asymmetry() * random.nextDouble());
        }
    }

    /** Hangs the teeth behind the lips: the upper ones end a little below the upper lip, the lower ones behind them. */
    private static void setTeeth(float[] shape) {
        var front = shape[3 * BEHIND_LIPS + 2] - TEETH_BACK - shape[3 * UPPER_EDGE + 2];
        var upper = shape[3 * LIP_LINE + 1] - TEETH_SHOW - shape[3 * UPPER_EDGE + 1];
        var lower = shape[3 * LIP_LINE + 1] - TEETH_SHOW + OVERBITE - shape[3 * LOWER_EDGE + 1];
        for (int v = FIRST_TONGUE; v < shape.length / 3; v++) {
            if (v < FIRST_JOINT || v >= FIRST_LOWER_TOOTH) {
                var isUpper = v >= FIRST_UPPER_TOOTH;
                shape[3 * v] *= TEETH_WIDTH;
                shape[3 * v + 1] += isUpper ? upper : lower;
                shape[3 * v + 2] += isUpper ? front : front - OVERBITE;
            }
        }
    }

    private static void center(float[] shape) {
        var middle = new double[3];
        for (int i = 3 * FIRST_EYE; i <= 3 * LAST_EYE + 2; i++) {
            middle[i % 3] += shape[i] / (double) (LAST_EYE - FIRST_EYE + 1);
        }
        for (int i = 0; i < shape.length; i++) {
            shape[i] += (float) (EYES[i % 3] - middle[i % 3]);
        }
    }
}
