package doppel.actor;

import java.util.Map;

/**
 * A sound of speech: how the mouth looks while it is made, and how it is heard.
 *
 * <p>Source of the formants: G. Peterson and H. Barney, "Control methods used in a study of the vowels", JASA 24(2),
 * 1952, men's means, rounded.
 */
enum Phone {
    AH(Map.of("jawOpen", .44, "mouthLowerDown", .16, "mouthUpperUp", .08), 730, 1090, 2440, 1, 0, 0),
    EH(
            Map.of("jawOpen", .27, "mouthStretch", .22, "mouthLowerDown", .14, "mouthUpperUp", .1),
            530,
            1840,
            2480,
            1,
            0,
            0),
    EE(
            Map.of("jawOpen", .12, "mouthStretch", .34, "mouthSmile", .16, "mouthLowerDown", .18, "mouthUpperUp", .08),
            270,
            2290,
            3010,
            .9,
            0,
            0),
    OH(Map.of("jawOpen", .3, "mouthFunnel", .5, "mouthPucker", .16), 570, 840, 2410, 1, 0, 0),
    OO(Map.of("jawOpen", .12, "mouthPucker", .58, "mouthFunnel", .2), 300, 870, 2240, .9, 0, 0),
    UH(Map.of("jawOpen", .24, "mouthLowerDown", .08), 520, 1190, 2390, .9, 0, 0),
    M(Map.of("mouthPress", .2, "mouthRollLower", .14, "mouthRollUpper", .08), 250, 1000, 2200, .32, 0, 1),
    P(Map.of("mouthPress", .28, "mouthRollLower", .1), 300, 900, 2200, .02, .5, 1),
    F(
            Map.of("jawOpen", .05, "mouthRollLower", .42, "mouthUpperUp", .16, "mouthShrugLower", .1),
            300,
            1200,
            2300,
            .05,
            .28,
            .45),
    S(
            Map.of("jawOpen", .05, "mouthStretch", .24, "mouthLowerDown", .14, "mouthUpperUp", .06),
            300,
            1700,
            2600,
            .02,
            .55,
            0),
    SH(Map.of("jawOpen", .09, "mouthFunnel", .48, "mouthUpperUp", .06), 300, 1700, 2300, .02, .5, 0),
    T(Map.of("jawOpen", .11, "mouthStretch", .1, "mouthLowerDown", .1), 350, 1750, 2650, .04, .45, 0),
    N(Map.of("jawOpen", .13, "mouthLowerDown", .1), 280, 1500, 2500, .35, 0, 0),
    L(Map.of("jawOpen", .2, "mouthLowerDown", .12), 360, 1200, 2700, .55, 0, 0),
    K(Map.of("jawOpen", .19), 320, 1900, 2300, .03, .4, 0),
    R(Map.of("jawOpen", .13, "mouthPucker", .3, "mouthFunnel", .16), 420, 1250, 1700, .6, 0, 0);

    private final Map<String, Double> mouth;
    private final double first;
    private final double second;
    private final double third;
    private final double voice;
    private final double hiss;
    private final double closure;

    /**
     * @param mouth weight by unit, without Left and Right where there are two
     * @param first formant of a man in hertz
     * @param voice loudness of the voice, 0 to 1
     * @param hiss loudness of the noise, 0 to 1
     * @param closure how closed the lips are
     */
    Phone(
            Map<String, Double> mouth,
            double first,
            double second,
            double third,
            double voice,
            double hiss,
            double closure) {
        this.mouth = mouth;
        this.first = first;
        this.second = second;
        this.third = third;
        this.voice = voice;
        this.hiss = hiss;
        this.closure = closure;
    }

    boolean isVowel() {
        return ordinal() <= UH.ordinal();
    }

    /** Weight of a unit, 0 if it rests; a unit of two sides is named without Left and Right. */
    double mouth(String unit) {
        return mouth.getOrDefault(unit, 0.0);
    }

    /** Resonance of a man's throat and mouth in hertz, 0 to 2. */
    double formant(int number) {
        return switch (number) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }

    double voice() {
        return voice;
    }

    double hiss() {
        return hiss;
    }

    /** Middle of the noise in hertz: an s hisses higher than a k. */
    double hissHertz() {
        return switch (this) {
            case S -> 5600;
            case SH -> 3000;
            case T -> 4200;
            case F -> 4800;
            case P -> 1100;
            default -> 2000;
        };
    }

    double closure() {
        return closure;
    }
}
