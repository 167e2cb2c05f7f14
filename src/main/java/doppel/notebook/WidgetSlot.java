package doppel.notebook;

import java.util.Optional;
import java.util.function.Supplier;

/** A widget that is opened when it is first shown, and again if the cell that showed it has closed it since. */
final class WidgetSlot {

    private final Supplier<AnyWidget> opening;
    private Optional<AnyWidget> widget = Optional.empty();

    WidgetSlot(Supplier<AnyWidget> opening) {
        this.opening = opening;
    }

    synchronized AnyWidget get() {
        if (widget.isEmpty() || !widget.get().isOpen()) {
            widget = Optional.of(opening.get());
        }
        return widget.get();
    }
}
