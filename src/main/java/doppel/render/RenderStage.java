package doppel.render;

/** What a picture spends its time on. */
public enum RenderStage {
    /** depth maps of the lamps, for surfaces and hair */
    SHADOW,
    /** how much of the sky each vertex sees */
    SKY,
    /** which triangle each sample shows */
    VISIBILITY,
    /** light on skin, cloth, eyes, teeth */
    SHADING,
    /** light that spreads under the skin */
    SCATTERING,
    /** light on strands, and strands into the picture */
    HAIR,
    /** tone curve, grain, labels */
    FILM
}
