package doppel.actor;

/** What a pixel of a rendered person shows. The number in a label picture is the place in this list. */
public enum Part {
    BACKGROUND,
    SKIN,
    BROWS,
    EYES,
    LIPS,
    MOUTH,
    NOSE,
    EARS,
    HAIR,
    NECK,
    CLOTH;

    byte number() {
        return (byte) ordinal();
    }
}
