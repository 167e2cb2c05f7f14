package doppel.notebook;

import java.util.UUID;

/** An output that can be replaced, from any thread and also after its cell has ended. */
public final class Live {

    private final String id = UUID.randomUUID().toString();

    Live(Object first) {
        Wire.current().display(Views.of(first), id);
    }

    /** Shows {@code next} in place of what is there. */
    public void show(Object next) {
        Wire.current().update(id, Views.of(next));
    }
}
