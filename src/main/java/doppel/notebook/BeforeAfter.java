package doppel.notebook;

import doppel.figure.Gallery;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/**
 * Two pictures of one size, one over the other, with a line between them that can be dragged, clicked or moved by the
 * arrow keys.
 *
 * <pre>{@code BeforeAfter.of(frame, swapped).withNames("B", "swap").withMarks(Marks.swap())}</pre>
 */
public final class BeforeAfter implements Displayable {

    /** A smaller picture is shown enlarged. */
    private static final int LEAST_WIDTH = 420;

    private final BufferedImage before;
    private final BufferedImage after;
    private final List<String> names;
    private final WidgetSlot slot = new WidgetSlot(this::open);

    private BeforeAfter(BufferedImage before, BufferedImage after, List<String> names) {
        this.before = before;
        this.after = after;
        this.names = names;
    }

    /**
     * @throws IllegalArgumentException if the two differ in size
     */
    public static BeforeAfter of(BufferedImage before, BufferedImage after) {
        if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
            throw new IllegalArgumentException("before is %d x %d and after is %d x %d: resize them to one size"
                    .formatted(before.getWidth(), before.getHeight(), after.getWidth(), after.getHeight()));
        }
        return new BeforeAfter(before, after, List.of("before", "after"));
    }

    /** For a made picture after: labels it. */
    public BeforeAfter withMarks(Marks marks) {
        var label = VisibleLabel.of(marks, after.getWidth(), after.getHeight());
        return new BeforeAfter(before, label.draw(after), names);
    }

    public BeforeAfter withNames(String left, String right) {
        return new BeforeAfter(before, after, List.of(left, right));
    }

    /** Its static form is both, side by side. */
    @Override
    public Bundle display() {
        return Bundle.text("%s and %s, %d x %d"
                        .formatted(names.get(0), names.get(1), before.getWidth(), before.getHeight()))
                .withPicture(sideBySide())
                .withWidget(slot.get());
    }

    BufferedImage sideBySide() {
        return Gallery.of()
                .with(names.get(0), before)
                .with(names.get(1), after)
                .withColumns(2)
                .withHeight(Math.min(before.getHeight(), Math.max(64, 440 * before.getHeight() / before.getWidth())))
                .draw();
    }

    private AnyWidget open() {
        return AnyWidget.open(
                "BeforeAfter",
                Map.of(
                        "before",
                        WebPicture.jpeg(before),
                        "after",
                        WebPicture.jpeg(after),
                        "type",
                        "image/jpeg",
                        "width",
                        Math.max(LEAST_WIDTH, before.getWidth()),
                        "names",
                        names,
                        "at",
                        50));
    }
}
