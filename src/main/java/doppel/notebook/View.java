package doppel.notebook;

import java.util.function.Function;

/**
 * How the values of one type look in a notebook.
 *
 * @param type of the values, those of its subtypes included
 * @param look makes the forms of one value
 */
record View<T>(Class<T> type, Function<T, Bundle> look) {

    boolean fits(Object value) {
        return type.isInstance(value);
    }

    Bundle of(Object value) {
        return look.apply(type.cast(value));
    }
}
