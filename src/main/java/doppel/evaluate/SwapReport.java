package doppel.evaluate;

import doppel.compute.AtomicFile;
import doppel.compute.Json;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.train.TrainStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known about a swap, for people as a page and for programs as JSON.
 *
 * @param truth scores on frames of the target clip
 * @param held scores on frames that no clip contains
 * @param run what it cost
 * @param history the steps of the run; empty if there are none
 * @param marks what every output carries
 * @param origin inputs, options and consents
 */
public record SwapReport(
        ScoredSet truth, ScoredSet held, RunFacts run, List<TrainStep> history, Marks marks, Origin origin) {

    /** The page, in the folder that {@link #write} is given. */
    public static final String PAGE = "report.html";

    /** The numbers, in the folder that {@link #write} is given. */
    public static final String NUMBERS = "report.json";

    public SwapReport {
        history = List.copyOf(history);
    }

    /**
     * Writes {@value #NUMBERS} and {@value #PAGE}. Each appears whole, or what was there before stays.
     *
     * @param folder made if it is missing
     * @return the page
     * @throws IOException if a file cannot be written
     */
    public Path write(Path folder) throws IOException {
        var page = new ReportPage(this).html();
        // the numbers last: where they are, all is there
        AtomicFile.write(folder.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8));
        Json.write(folder.resolve(NUMBERS), numbers());
        return folder.resolve(PAGE);
    }

    private Map<String, Object> numbers() {
        var numbers = new LinkedHashMap<String, Object>(scores(truth.mean()));
        numbers.put("steps", run.steps());
        numbers.put("secondsTraining", rounded(run.secondsTraining()));
        numbers.put("facesPerSecond", rounded(run.facesPerSecond()));
        numbers.put("framesPerSecondSwap", rounded(run.framesPerSecondSwap()));
        numbers.put("secondsTotal", rounded(run.secondsTotal()));
        numbers.putAll(more(truth));
        var heldNumbers = new LinkedHashMap<String, Object>(scores(held.mean()));
        heldNumbers.putAll(more(held));
        numbers.put("held", heldNumbers);
        return numbers;
    }

    private static Map<String, Object> more(ScoredSet set) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("nearerA", rounded(set.nearerA()));
        numbers.put("spread", scores(set.spread()));
        numbers.put("frames", set.frames().stream().map(SwapReport::frame).toList());
        numbers.put("missed", List.copyOf(set.missed()));
        return numbers;
    }

    private static Map<String, Object> frame(ScoredFrame scored) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("name", scored.frame().name());
        numbers.putAll(scores(scored.score()));
        return numbers;
    }

    private static Map<String, Object> scores(SwapScore score) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("psnr", rounded(score.psnr()));
        numbers.put("ssim", rounded(score.ssim()));
        numbers.put("psnrNoSwap", rounded(score.psnrNoSwap()));
        numbers.put("ssimNoSwap", rounded(score.ssimNoSwap()));
        numbers.put("psnrWarpPaste", rounded(score.psnrWarpPaste()));
        numbers.put("ssimWarpPaste", rounded(score.ssimWarpPaste()));
        numbers.put("identityToA", rounded(score.identityToA()));
        numbers.put("identityToB", rounded(score.identityToB()));
        return numbers;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
