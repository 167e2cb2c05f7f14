package doppel.actor;

/**
 * How far somebody moves and is lit: the ranges of a performance.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param yaw degrees that the head turns to either side, 0 to 60
 * @param pitch degrees that it turns up and down, 0 to 30
 * @param roll degrees that it tilts to either side, 0 to 20
 * @param liveliness how strong expressions are, 0 to 1.2; 1 smiles widely and is clearly surprised
 * @param azimuth degrees that the key lamp goes to either side, 0 to 80
 * @param dimmest least strength of the lamp, .3 to 1.2
 * @param brightest largest strength of the lamp
 */
public record Manner(
        double yaw, double pitch, double roll, double liveliness, double azimuth, double dimmest, double brightest) {

    /**
     * @throws IllegalArgumentException if a range is beyond what people do
     */
    public Manner {
        require("yaw", yaw, 0, 60);
        require("pitch", pitch, 0, 30);
        require("roll", roll, 0, 20);
        require("liveliness", liveliness, 0, 1.2);
        require("azimuth", azimuth, 0, 80);
        require("dimmest", dimmest, .3, 1.2);
        require("brightest", brightest, dimmest, 1.2);
    }

    /** Shows all that a face can do, so that somebody else's clip can be painted with it. */
    public static Manner talkative() {
        return new Manner(45, 18, 10, 1, 60, .75, 1.1);
    }

    /** Somebody in a conversation: less of everything. */
    public static Manner calm() {
        return new Manner(30, 11, 6, .85, 45, .82, 1.05);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be %s to %s, got %s; try Manner.calm()".formatted(name, least, most, value));
        }
    }
}
