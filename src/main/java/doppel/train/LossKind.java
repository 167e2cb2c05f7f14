package doppel.train;

import ai.djl.ndarray.NDManager;

/**
 * The ways to say how wrong a drawn face is.
 *
 * <p>Each is a mean over what counts, 0 for equal pictures, so neither the number of pixels nor the size of a mask
 * changes it. Still, numbers of two kinds cannot be compared. Said with each: what it is before the first step and
 * after 1,200 steps of the fast network, and a usual weight. The weight is what makes a loss heard: the pull of {@link
 * #STRUCTURE} is then three times that of {@link #ABSOLUTE}, that of {@link #SQUARED} a sixteenth. With a tenth of the
 * usual weight a loss may as well be left out; with ten times as much, the others may.
 *
 * <p>Book: chapter 6, "Exploring the training code", losses and optimizers: the squared error alone.
 */
public enum LossKind {
    /** How far off a color is (MAE): .17, then .032; usual weight 1. Alone it leaves eyes and lips soft. */
    ABSOLUTE("absolute"),

    /**
     * The square of that (MSE): .045, then .0024; usual weight 1 alone or in the long run, 10 beside others. The nearer
     * it comes, the less it pulls, so lashes and teeth stay soft longest of all.
     */
    SQUARED("squared"),

    /** For colors of 0 to 1 hardly more than half the square (log-cosh): .022, then .0012; usual weight 10. */
    LOG_COSH("log cosh"),

    /**
     * How differently light and dark are arranged in small windows (DSSIM): .40, then .048; usual weight 1 to 2. Alone
     * it leaves colors to chance. Too large: sharp faces of a wrong tone.
     */
    STRUCTURE("structure"),

    /**
     * The same at several sizes (MS-SSIM): .62, then .040; usual weight 1. It asks for the shape of a face before its
     * details. At 64 pixels three of the five sizes fit. Alone it leaves colors to chance.
     */
    STRUCTURE_SCALES("structure scales"),

    /**
     * How far off the slopes between neighbors are (gradient difference): .15, then .026; usual weight 1. Alone it
     * leaves colors to chance. Too large: nothing is drawn where the light changes slowly.
     */
    GRADIENT("gradient"),

    /**
     * The absolute error of details of five sizes apart (Laplacian pyramid): .30, then .055; usual weight 1, in place
     * of {@link #ABSOLUTE}.
     */
    LAPLACIAN("Laplacian"),

    /**
     * How far off the waves are that a picture is made of, the worst counting most (focal frequency): .019, then .0007;
     * usual weight 10 beside others. Like the square, it pulls less and less.
     */
    FREQUENCY("frequency");

    private final String words;

    LossKind(String words) {
        this.words = words;
    }

    /** For captions: {@code log cosh}. */
    public String words() {
        return words;
    }

    /** @param owner of the constants, which must live as long as the loss */
    Loss loss(NDManager owner, int size) {
        return switch (this) {
            case ABSOLUTE -> ColorLoss.ABSOLUTE;
            case SQUARED -> ColorLoss.SQUARED;
            case LOG_COSH -> ColorLoss.LOG_COSH;
            case STRUCTURE -> new StructureLoss(owner, size);
            case STRUCTURE_SCALES -> new StructureScalesLoss(owner, size);
            case GRADIENT -> new GradientLoss(owner, size);
            case LAPLACIAN -> new LaplacianLoss(owner, size);
            case FREQUENCY -> new FrequencyLoss(owner, size);
        };
    }
}
