package doppel.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that every notebook knows, so that no cell begins with imports. */
final class Imports {

    private static final List<String> PACKAGES = List.of(
            "java.io",
            "java.math",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.stream",
            "org.knowm.xchart",
            "tech.tablesaw.api",
            "doppel",
            "doppel.actor",
            "doppel.align",
            "doppel.clean",
            "doppel.compute",
            "doppel.dataset",
            "doppel.detect",
            "doppel.evaluate",
            "doppel.extract",
            "doppel.figure",
            "doppel.geometry",
            "doppel.identity",
            "doppel.image",
            "doppel.landmark",
            "doppel.mask",
            "doppel.media",
            "doppel.model",
            "doppel.notebook",
            "doppel.provenance",
            "doppel.render",
            "doppel.repair",
            "doppel.swap",
            "doppel.train");

    /** A name that two packages have means the one that stands here. */
    private static final List<String> NAMES = List.of("java.awt.Color", "java.awt.image.BufferedImage");

    private Imports() {}

    /** Java source, one import a line. */
    static String source() {
        return Stream.of(
                        PACKAGES.stream().map(name -> name + ".*"),
                        NAMES.stream(),
                        Stream.of("static doppel.notebook.Notebook.*"))
                .flatMap(names -> names)
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }
}
