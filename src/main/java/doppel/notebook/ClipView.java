package doppel.notebook;

import doppel.actor.ActorClip;
import doppel.media.Clip;
import doppel.provenance.FileHash;
import doppel.swap.SwappedClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Clips are shown in a player; a swapped clip, which does not know where it lies, in numbers. */
final class ClipView {

    private ClipView() {}

    static Bundle of(Clip clip) {
        return played(clip.file());
    }

    static Bundle of(ActorClip actor) {
        return played(actor.clip());
    }

    /** How long it took is on the page alone. */
    static Bundle of(SwappedClip swap) {
        var options = swap.options();
        var bare = Sheet.of(swap.name())
                .row("swapped", "%,d of %,d frames".formatted(swap.swapped(), swap.frames()))
                .row("made from", swap.inputs().stream().map(FileHash::name).collect(Collectors.joining(", ")))
                .row("shows", "the face of " + options.show())
                .row("colors", options.color().toString())
                .row("feather", Digits.text(options.feather()))
                .row("erode", Digits.text(options.erode()));
        bare = swap.damaged().isEmpty()
                ? bare
                : bare.row("damaged frames", Digits.text(swap.damaged().size()));
        var whole = bare.row("took", "%.0f s, %.1f frames a second".formatted(swap.seconds(), swap.framesPerSecond()));
        return Bundle.text(bare.text()).withHtml(whole.html().html());
    }

    private static Bundle played(Path clip) {
        try {
            return ClipPlayer.of(clip).display();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }
}
