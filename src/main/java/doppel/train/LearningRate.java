package doppel.train;

/**
 * How far a step moves the weights: little at first, then fully, then less and less.
 *
 * <p>A high rate learns fast and never settles; a low one settles and never gets there. Falling along a cosine, one run
 * has both, and the short runs of this workbench live on it.
 *
 * <p>Book: chapter 6, where it is constant. Source: I. Loshchilov, F. Hutter, "SGDR", ICLR 2017.
 *
 * @param peak the rate after the warm-up
 * @param ownSteps steps at the peak before all else
 * @param warmUpSteps steps after them in which it rises to the peak
 * @param cosine whether it falls to {@value #END} of the peak at the end of the run
 */
record LearningRate(double peak, int ownSteps, int warmUpSteps, boolean cosine) {

    private static final double END = 0.02;

    static LearningRate of(TrainOptions options) {
        return new LearningRate(
                options.learningRate(),
                options.ownSteps(),
                options.learn().schedule().warmUpSteps(),
                options.learn().schedule().cosine());
    }

    /**
     * @param step number of the step, from 0
     * @param done share of the run that lies behind it, 0 to 1
     */
    double at(int step, double done) {
        var warm = step < ownSteps ? 1 : Math.min(1, (step - ownSteps + 1.0) / Math.max(1, warmUpSteps));
        var fall = cosine ? END + (1 - END) * (1 + Math.cos(Math.PI * done)) / 2 : 1;
        return peak * warm * fall;
    }
}
