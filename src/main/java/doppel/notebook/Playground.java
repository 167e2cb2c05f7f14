package doppel.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure with knobs: whoever turns one sees the figure drawn anew.
 *
 * <pre>{@code
 * Playground.of(knobs -> Figures.crop(frame, knobs.number("coverage")), Knob.slider("coverage", 0.3, 1.0, 0.7))
 * }</pre>
 *
 * <p>The figure is drawn outside of the kernel's thread, and only for the newest position of the knobs: a slow figure
 * lags behind a fast hand, but no queue grows. What it throws is said in one sentence below.
 */
public final class Playground implements Displayable {

    /** Draws a picture, a chart, or whatever else a cell would show as a picture. */
    @FunctionalInterface
    public interface Figure {
        Object draw(Knobs knobs) throws Exception;
    }

    private final Figure figure;
    private final List<Knob> knobs;
    private final Function<Knobs, String> caption;
    private final WidgetSlot slot = new WidgetSlot(this::open);
    private final AtomicInteger count = new AtomicInteger();
    private Optional<Look> first = Optional.empty();

    private Playground(Figure figure, List<Knob> knobs, Function<Knobs, String> caption) {
        this.figure = figure;
        this.knobs = knobs;
        this.caption = caption;
    }

    public static Playground of(Figure figure, Knob... knobs) {
        return new Playground(figure, List.of(knobs), any -> "");
    }

    /** The same with a line of text below the picture, for numbers. */
    public Playground withCaption(Function<Knobs, String> line) {
        return new Playground(figure, knobs, line);
    }

    /** Its static form is the figure at the start. */
    @Override
    public Bundle display() {
        var first = first();
        return Bundle.text(Stream.of("playground at " + Knobs.start(knobs), first.caption())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(": ")))
                .withPicture(first.picture())
                .withWidget(slot.get());
    }

    /** What the page shows below the knobs. */
    private record Look(WebPicture picture, String caption) {}

    private synchronized Look first() {
        if (first.isEmpty()) {
            first = Optional.of(look(Knobs.start(knobs)));
        }
        return first.get();
    }

    private AnyWidget open() {
        var start = Knobs.start(knobs);
        var state = new LinkedHashMap<>(state(first()));
        state.put("knobs", knobs.stream().map(Knob::face).toList());
        state.put("values", start.values());
        var widget = AnyWidget.open("Playground", state);
        var figures = new Newest<Knobs>(turned -> widget.set(state(look(turned))), widget::fault);
        return widget.onChange("values", values -> figures.order(start.turned(knobs, values)));
    }

    /** The count tells the page that even the same picture is new. */
    private Map<String, Object> state(Look look) {
        return Map.of(
                "picture", look.picture().bytes(),
                "type", look.picture().mime(),
                "caption", look.caption(),
                "drawn", count.incrementAndGet(),
                "fault", "");
    }

    private Look look(Knobs turned) {
        var value = draw(turned);
        var picture = Views.of(value)
                .picture()
                .orElseThrow(() -> new IllegalStateException(
                        "a playground's figure must be a picture or a chart, got a %s: return what a cell shows as a picture"
                                .formatted(value.getClass().getSimpleName())));
        return new Look(picture, caption.apply(turned));
    }

    private Object draw(Knobs turned) {
        try {
            return figure.draw(turned);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }
}
