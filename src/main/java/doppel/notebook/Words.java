package doppel.notebook;

import java.awt.image.BufferedImage;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Any value in a few words that are the same on every machine and every day: no identity hash, no folder of this
 * machine.
 */
final class Words {

    private static final int MOST_ITEMS = 6;
    private static final int SHOWN_OF_A_HASH = 12;

    private Words() {}

    static String of(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Number number) {
            return Digits.text(number);
        }
        if (value instanceof String text) {
            return text.matches("[0-9a-f]{64}") ? text.substring(0, SHOWN_OF_A_HASH) + "…" : text;
        }
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(Words::of).orElse("none");
        }
        if (value instanceof Path path) {
            return path(path);
        }
        if (value instanceof BufferedImage picture) {
            return "picture of %d x %d".formatted(picture.getWidth(), picture.getHeight());
        }
        if (value instanceof Collection<?> items) {
            return list(items);
        }
        if (value instanceof Map<?, ?> map) {
            return list(map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + " " + of(entry.getValue()))
                    .toList());
        }
        if (value.getClass().isArray()) {
            return list(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList());
        }
        if (value instanceof Record record) {
            return record(record);
        }
        return written(value) ? value.toString() : name(value.getClass());
    }

    /** What {@code record} holds under the name of a component. */
    static Object component(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(
                    "%s.%s cannot be read: %s".formatted(name(record.getClass()), component.getName(), unreadable),
                    unreadable);
        }
    }

    /** The name of a type as its author wrote it. */
    static String name(Class<?> type) {
        var hidden = type.isHidden() || type.isAnonymousClass();
        if (hidden && type.getInterfaces().length > 0) {
            return type.getInterfaces()[0].getSimpleName();
        }
        return hidden ? type.getSuperclass().getSimpleName() : type.getSimpleName();
    }

    private static String record(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + " " + of(component(record, component)))
                .collect(Collectors.joining(", ", name(record.getClass()) + " (", ")"));
    }

    private static String list(Collection<?> items) {
        if (items.isEmpty()) {
            return "none";
        }
        var shown =
                new ArrayList<>(items.stream().limit(MOST_ITEMS).map(Words::of).toList());
        if (items.size() > MOST_ITEMS) {
            shown.add("… " + (items.size() - MOST_ITEMS) + " more");
        }
        return String.join(", ", shown);
    }

    /** The last two names: enough to find a file, too little to tell whose machine it is. */
    private static String path(Path path) {
        var names = Stream.iterate(path, Path::getParent)
                .takeWhile(step -> step != null && step.getFileName() != null)
                .limit(2)
                .map(step -> step.getFileName().toString())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(names);
        return String.join("/", names);
    }

    /** Whether somebody wrote a {@code toString} for the type; the one of {@link Object} is a hash. */
    private static boolean written(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
