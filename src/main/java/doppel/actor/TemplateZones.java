package doppel.actor;

/** Regions of the skin by the place on the template at rest, in dm. */
final class TemplateZones {

    private TemplateZones() {}

    /**
     * How far below the edge of the cloth a place of the template lies, in dm: a round neckline that follows the neck at the
     * sides and behind, and hangs a little in front.
     */
    static double belowNeckline(double x, double y, double z) {
        var back = (z - .22) / .90;
        var around = Math.sqrt(x * x + back * back) - .72;
        var front = 5.46 + .45 * x * x - y;
        var share = smooth(.25, .65, z);
        return Math.min((1 - share) * around + share * front, 5.95 - y);
    }

    static float cloth(float x, float y, float z) {
        return smooth(-.03, .03, belowNeckline(x, y, z));
    }

    static float neck(float x, float y, float z) {
        return smooth(-.04, .04, belowJaw(y, z));
    }

    private static double belowJaw(double y, double z) {
        return 6.15 + .30 * (1.40 - z) - y;
    }

    /** An oval with straight sides from the chin to just above the brows: the hull of the 68 landmarks, softly. */
    static float face(float x, float y, float z, float up) {
        var across = x / .72;
        var along = (y - 6.93) / .80;
        var square = Math.sqrt(Math.sqrt(across * across * across * across + along * along * along * along));
        var front = smooth(.42, .75, z);
        var underChin = 1 - smooth(.55, .95, -up) * smooth(6.40, 6.25, y);
        return (1 - smooth(.78, 1.03, square)) * front * underChin * (1 - smooth(-.20, -.06, belowJaw(y, z)));
    }

    static float noseWings(float x, float y, float z) {
        return 1 - smooth(.17, .23, Math.abs(x));
    }

    static float earOval(float x, float y, float z) {
        var back = (z - .47) / .19;
        var up = (y - 7.08) / .30;
        return 1 - smooth(.95, 1.2, Math.sqrt(back * back + up * up));
    }

    static float smooth(double from, double to, double x) {
        var t = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return (float) (t * t * (3 - 2 * t));
    }
}
