package doppel.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The answer to a {@link QualityTrial}: a line of a table of measurements.
 *
 * @param trial the question
 * @param weights first 12 digits of what identifies the start's weights; {@value #NO_WEIGHTS} without a start
 * @param steps taken
 * @param seconds on the clock
 * @param cpuSeconds of processor time, all threads of the process: what the training cost, however busy the machine
 * @param scores how near the swaps come to the truth
 */
public record QualityRow(
        QualityTrial trial, String weights, int steps, double seconds, double cpuSeconds, TruthScores scores) {

    /** In place of weights. */
    public static final String NO_WEIGHTS = "-";

    /** Digits that identify weights. */
    static final int DIGITS = 12;

    /** The names of the columns. */
    static final String HEADER = "model,start,frames,askedSteps,askedSeconds,seed,weights,steps,seconds,cpuSeconds,"
            + "psnr,psnrSd,ssim,ssimSd,toTruth,toTruthSd,toA,toASd,nearerA,heldPsnr,heldPsnrSd,heldSsim,heldSsimSd";

    /** Columns before the measured numbers. */
    private static final int WORDS = 7;

    private static final int COLUMNS = HEADER.split(",").length;

    /** Whether it answers this question, asked with these weights. */
    boolean answers(QualityTrial question, String startWeights) {
        return trial.equals(question) && weights.equals(startWeights);
    }

    /** Without line break. */
    String line() {
        var words = Stream.of(
                trial.model(), trial.start(), trial.frames(), trial.steps(), trial.seconds(), trial.seed(), weights);
        var numbers = DoubleStream.of(
                        steps,
                        seconds,
                        cpuSeconds,
                        scores.psnr().mean(),
                        scores.psnr().deviation(),
                        scores.ssim().mean(),
                        scores.ssim().deviation(),
                        scores.toTruth().mean(),
                        scores.toTruth().deviation(),
                        scores.toA().mean(),
                        scores.toA().deviation(),
                        scores.nearerA(),
                        scores.heldPsnr().mean(),
                        scores.heldPsnr().deviation(),
                        scores.heldSsim().mean(),
                        scores.heldSsim().deviation())
                .map(number -> Math.round(number * 10_000) / 10_000.0)
                .boxed();
        return Stream.concat(words, numbers).map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * @throws IllegalArgumentException if a cell is missing, or is no number where one belongs
     */
    static QualityRow of(String line) {
        var cells = List.of(line.split(","));
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException("a row has %d cells, got %d".formatted(COLUMNS, cells.size()));
        }
        var trial = new QualityTrial(
                cells.get(0),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Long.parseLong(cells.get(5)));
        var numbers =
                cells.stream().skip(WORDS).mapToDouble(Double::parseDouble).toArray();
        return new QualityRow(trial, cells.get(WORDS - 1), (int) numbers[0], numbers[1], numbers[2], scores(numbers));
    }

    private static TruthScores scores(double[] numbers) {
        return new TruthScores(
                new Spread(numbers[3], numbers[4]),
                new Spread(numbers[5], numbers[6]),
                new Spread(numbers[7], numbers[8]),
                new Spread(numbers[9], numbers[10]),
                numbers[11],
                new Spread(numbers[12], numbers[13]),
                new Spread(numbers[14], numbers[15]));
    }
}
