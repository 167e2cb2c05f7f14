package doppel.notebook;

import doppel.figure.FrameStrip;
import doppel.repair.FrameCensus;
import doppel.repair.FrameState;
import java.util.List;
import java.util.stream.Collectors;

/** Frames by what they brought to the face folder, those that need a look by their numbers. */
final class FrameCensusView {

    private static final int NUMBERS = 12;

    private FrameCensusView() {}

    static Bundle of(FrameCensus census) {
        var title = "%,d frames of %s%s"
                .formatted(
                        census.frames().size(),
                        census.person(),
                        census.finished() ? "" : ", the extraction has not ended");
        var sheet = Sheet.of(title, "what they show", "frames", "numbers")
                .row("one face", census.count(FrameState.ONE), "")
                .row("no face", census.withoutFace().size(), numbers(census.withoutFace()))
                .row("several faces", census.withSeveral().size(), numbers(census.withSeveral()))
                .row("damaged", census.damaged().size(), numbers(census.damaged()))
                .row("missing", census.missing().size(), numbers(census.missing()));
        if (census.frames().isEmpty()) {
            return sheet.bundle();
        }
        var strip = Markup.picture(FrameStrip.draw(census), "the frames from the first to the last");
        return Bundle.text(sheet.text())
                .withHtml(Markup.all(sheet.html(), strip).html());
    }

    private static String numbers(List<Integer> frames) {
        var first = frames.stream().limit(NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        return frames.size() > NUMBERS ? first + ", …" : first;
    }
}
