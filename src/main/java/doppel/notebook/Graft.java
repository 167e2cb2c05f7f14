package doppel.notebook;

import java.lang.reflect.Field;

/** Reaches the few fields of JJava that have no accessor; named in one place, so that a new version breaks in one place. */
final class Graft {

    private Graft() {}

    static Object get(Object owner, Class<?> type, String field) {
        try {
            return open(type, field).get(owner);
        } catch (ReflectiveOperationException fault) {
            throw other(type, field, fault);
        }
    }

    static void set(Object owner, Class<?> type, String field, Object value) {
        try {
            open(type, field).set(owner, value);
        } catch (ReflectiveOperationException fault) {
            throw other(type, field, fault);
        }
    }

    private static Field open(Class<?> type, String field) throws NoSuchFieldException {
        var found = type.getDeclaredField(field);
        found.setAccessible(true);
        return found;
    }

    private static IllegalStateException other(Class<?> type, String field, Exception fault) {
        return new IllegalStateException(
                "%s has no field %s: the kernel is of another version than Doppel was made for; set the lab up again"
                        .formatted(type.getSimpleName(), field),
                fault);
    }
}
