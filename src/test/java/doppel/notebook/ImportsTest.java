package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.Test;

class ImportsTest {

    private static final List<JavaClass> LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("doppel").stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                    .filter(type -> !type.getPackageName().equals("doppel.cli"))
                    .toList();

    /** What a cell uses without thinking where it is from. */
    private static final List<String> USUAL = List.of(
            "List",
            "Map",
            "Optional",
            "Random",
            "Path",
            "Files",
            "IOException",
            "Stream",
            "IntStream",
            "Collectors",
            "Duration",
            "LocalDate",
            "BufferedImage",
            "Color",
            "XYChart",
            "Table",
            "DoubleColumn",
            "StringColumn");

    @Test
    void everyPublicTypeIsKnownByItsSimpleNameAlone() {
        var names = Stream.concat(LIBRARY.stream().map(JavaClass::getSimpleName), USUAL.stream());
        assertEquals("", problems("List.<Class<?>>of(%s)".formatted(classes(names))));
    }

    @Test
    void aSimpleNameOfTheLibraryMeansTheLibrary() {
        var ours = LIBRARY.stream().map(type -> "%s.class == %s.class".formatted(type.getSimpleName(), type.getName()));
        // Comparing classes of different types does not compile.
        assertEquals("", problems(ours.collect(Collectors.joining(" && "))));
    }

    @Test
    void everyPackageOfTheLibraryIsImported() {
        var packages = LIBRARY.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        for (var name : packages) {
            assertTrue(Imports.source().contains("import " + name + ".*;"), name);
        }
    }

    private static String classes(Stream<String> names) {
        return names.map(name -> name + ".class").collect(Collectors.joining(", "));
    }

    /** What the compiler says to an expression after the imports. */
    private static String problems(String expression) {
        try (var shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            for (var line : Imports.source().lines().toList()) {
                shell.eval(line).forEach(event -> assertEquals("", told(shell, event.snippet()), line));
            }
            return shell.eval(expression).stream()
                    .map(event -> told(shell, event.snippet()))
                    .collect(Collectors.joining());
        }
    }

    private static String told(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .map(problem -> problem.getMessage(Locale.ENGLISH))
                .collect(Collectors.joining("; "));
    }
}
