package doppel.actor;

/**
 * Whether a head has the proportions of an adult.
 *
 * <p>The data hold no child, but soft sliders can still round a face until it reads as one. Two proportions give a
 * child away: eyes below the middle of the head, and eyes wide for the face.
 *
 * <p>Limits: of 43 random people and presets the eyes stood at .44 to .53 and were .14 to .21 wide; the lower and upper
 * tail are left out.
 */
final class AdultLook {

    /** The eyes' height between chin (0) and crown (1). */
    private static final double LOWEST_EYES = .45;

    /** One eye's width in widths of the face. */
    private static final double WIDEST_EYE = .20;

    private static final int CHIN = 8;

    private AdultLook() {}

    static boolean of(Person person) {
        var fine = FineMesh.body().refine(person.shape());
        var crown = -Double.MAX_VALUE;
        for (int i = 1; i < fine.length; i += 3) {
            crown = Math.max(crown, fine[i]);
        }
        var chin = Landmarks68.place(fine, CHIN)[1];
        var eyes = (person.leftEye().center()[1] + person.rightEye().center()[1]) / 2;
        return (eyes - chin) / (crown - chin) >= LOWEST_EYES
                && across(fine, 36, 39) / across(fine, 1, 15) <= WIDEST_EYE;
    }

    private static double across(float[] fine, int from, int to) {
        return Landmarks68.place(fine, to)[0] - Landmarks68.place(fine, from)[0];
    }
}
