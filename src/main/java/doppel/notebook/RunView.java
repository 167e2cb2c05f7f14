package doppel.notebook;

import doppel.clean.SizeAdvice;
import doppel.evaluate.LossCurve;
import doppel.image.PictureFile;
import doppel.image.Warp;
import doppel.train.RunFolder;
import doppel.train.TrainOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** A run as a card: whose faces, how long, how far the losses fell, and how its faces look now. */
final class RunView {

    private static final int PREVIEW_WIDTH = 540;

    private RunView() {}

    static Bundle of(RunFolder run) {
        try {
            return Files.exists(run.model())
                    ? trained(run)
                    : Bundle.text("run %s: not trained yet".formatted(run.name()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Steps and losses depend on how fast the machine is, and are on the page alone. */
    private static Bundle trained(RunFolder run) throws IOException {
        var card = run.card();
        var bare = Sheet.of("run " + run.name())
                .row(
                        "people",
                        card.people().stream()
                                .map(person -> "%s, %,d faces".formatted(person.alias(), person.faces()))
                                .collect(Collectors.joining("; ")))
                .row(
                        "network",
                        "%s, %,d parameters"
                                .formatted(card.design().name(), card.design().parameters()))
                .row(
                        "began with",
                        card.start().equals(TrainOptions.SCRATCH) ? "random numbers" : "the start " + card.start())
                .row("seed", String.valueOf(card.seed()));
        for (var person : card.people()) {
            var advice = SizeAdvice.of(person.faces());
            if (advice.warns()) {
                bare = bare.row("note", "%s: %s".formatted(person.alias(), advice));
            }
        }
        var minutes = Digits.text(Math.round(card.seconds() / 6) / 10.0);
        var whole = bare.row("steps", "%,d in %s minutes".formatted(card.steps(), minutes));
        whole = whole.row("is it trained", run.trained().toString());
        for (var change : card.changes()) {
            whole = whole.row("after step %,d".formatted(change.step()), change.words());
        }
        var history = run.history();
        var page = whole.html();
        if (!history.isEmpty()) {
            var curve = ChartView.draw(
                    LossCurve.of(history).withChanges(run.changes()).chart());
            page = Markup.all(page, block(curve, "the losses of A and B over the steps"));
        }
        if (run.newestPreview().isPresent()) {
            var preview = preview(PictureFile.read(run.newestPreview().get()));
            page = Markup.all(page, block(preview, "the newest preview of the run"));
        }
        return Bundle.text(bare.text()).withHtml(page.html());
    }

    private static Markup block(BufferedImage picture, String alternative) {
        return Markup.of("div", Markup.picture(picture, alternative)).with("style", "margin-top:8px");
    }

    /** As it lies in its file, label and all, but smaller. */
    private static BufferedImage preview(BufferedImage whole) {
        return Warp.resize(
                whole, PREVIEW_WIDTH, Math.round((float) PREVIEW_WIDTH * whole.getHeight() / whole.getWidth()));
    }
}
