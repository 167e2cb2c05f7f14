package doppel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages, and the few rules that the whole house stands on. */
class ArchitectureTest {

    /** The pipeline, in the order in which data goes through it. A package uses only packages before it. */
    static final List<String> PIPELINE = List.of(
            "geometry",
            "image",
            "compute",
            "provenance",
            "media",
            "render",
            "actor",
            "detect",
            "landmark",
            "align",
            "mask",
            "identity",
            "extract",
            "clean",
            "repair",
            "model",
            "dataset",
            "train",
            "swap",
            "evaluate",
            "figure");

    /** Those of the notebook layer that talk to JJava. */
    private static final List<String> KERNEL_CLASSES = List.of(
            "CellRequests",
            "CellVariables",
            "DoppelExtension",
            "KernelErrors",
            "KernelStreams",
            "KernelWire",
            "ShellPump");

    private static final JavaClasses DOPPEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("doppel");

    @Test
    void everyPackageIsInTheListOrIsAnEdge() {
        var known =
                new TreeSet<>(PIPELINE.stream().map(name -> "doppel." + name).toList());
        known.addAll(List.of("doppel", "doppel.cli", "doppel.notebook"));
        var found = new TreeSet<String>();
        DOPPEL.forEach(type -> found.add(type.getPackageName()));
        assertEquals(known, found);
    }

    @Test
    void aPackageUsesOnlyPackagesBeforeIt() {
        for (int i = 0; i < PIPELINE.size(); i++) {
            var later = Stream.concat(PIPELINE.stream().skip(i + 1), Stream.of("cli", "notebook"))
                    .map(name -> "doppel." + name)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage("doppel." + PIPELINE.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(later).or(resideInAPackage("doppel")))
                    .check(DOPPEL);
        }
    }

    @Test
    void swappingNeverNeedsTraining() {
        noClasses()
                .that(resideInAPackage("doppel.swap"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("doppel.train", "doppel.dataset"))
                .check(DOPPEL);
    }

    @Test
    void theEdgesNeverMeet() {
        noClasses()
                .that(resideInAPackage("doppel.cli"))
                .should()
                .dependOnClassesThat(resideInAPackage("doppel.notebook"))
                .check(DOPPEL);
        noClasses()
                .that(resideInAPackage("doppel.notebook"))
                .should()
                .dependOnClassesThat(resideInAPackage("doppel.cli"))
                .check(DOPPEL);
    }

    /** The kernel changes from version to version: few classes know it, and the package says which. */
    @Test
    void fewClassesKnowTheKernel() {
        var users = new TreeSet<String>();
        for (var type : DOPPEL) {
            var uses = type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("org.dflib."));
            if (uses) {
                users.add(outermost(type).getSimpleName());
            }
        }
        assertEquals(new TreeSet<>(KERNEL_CLASSES), users);
    }

    /** Pictures and clips of swapped or generated faces leave through one class, which always applies the marks. */
    @Test
    void onlyTheMarkedWriterLetsSwappedMediaLeave() {
        noClasses()
                .that(resideInAnyPackage(
                        "doppel",
                        "doppel.model",
                        "doppel.dataset",
                        "doppel.train",
                        "doppel.swap",
                        "doppel.evaluate",
                        "doppel.clean",
                        "doppel.figure",
                        "doppel.cli"))
                .should()
                .callMethodWhere(writesAPicture())
                .check(DOPPEL);
        noClasses()
                .that(resideInAPackage("doppel.."))
                .and(DescribedPredicate.not(resideInAPackage("doppel.media")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.bytedeco.ffmpeg.."))
                .check(DOPPEL);
        var users = new TreeSet<String>();
        for (var use : DOPPEL.get("doppel.media.ClipEncoder").getDirectDependenciesToSelf()) {
            users.add(outermost(use.getOriginClass()).getSimpleName());
        }
        assertEquals(new TreeSet<>(List.of("MarkedWriter")), users);
    }

    /** The one unlabeled way out is for what a camera saw. */
    @Test
    void onlyRecordingsLeaveWithoutALabel() {
        var users = new TreeSet<String>();
        for (var type : DOPPEL) {
            var uses = type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().getSimpleName().equals("MarkedWriter")
                            && call.getTarget().getName().equals("recording"));
            if (uses) {
                users.add(outermost(type).getSimpleName());
            }
        }
        assertEquals(new TreeSet<>(List.of("Recording")), users);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(resideInAnyPackage(
                        Stream.concat(Stream.of("doppel"), PIPELINE.stream().map(name -> "doppel." + name))
                                .toArray(String[]::new)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(DOPPEL);
    }

    @Test
    void aMatCrossesNoBorderButImages() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage("doppel..").and(isPublic()))
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(resideInAPackage("doppel.image")))
                .should(notMention("org.bytedeco.opencv.opencv_core.Mat"))
                .check(DOPPEL);
    }

    @Test
    void arraysOfTheNetworkStayWithTheNetwork() {
        noClasses()
                .that(resideInAPackage("doppel.."))
                .and(DescribedPredicate.not(resideInAnyPackage(
                        "doppel.compute", "doppel.model", "doppel.dataset", "doppel.train", "doppel.swap")))
                .should()
                .dependOnClassesThat(resideInAPackage("ai.djl.."))
                .check(DOPPEL);
    }

    /** The engine's native bridge is a private matter of libtorch: one class knows it. */
    @Test
    void oneClassTouchesTheNativeBridge() {
        var users = new TreeSet<String>();
        for (var type : DOPPEL) {
            var uses = type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(use -> use.getTargetClass().getPackageName().equals("ai.djl.pytorch.jni"));
            if (uses) {
                users.add(outermost(type).getSimpleName());
            }
        }
        assertEquals(new TreeSet<>(List.of("OperatorPack")), users);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that().areStatic().should().beFinal().check(DOPPEL);
    }

    @Test
    void optionsAreRecords() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Options")
                .should()
                .beRecords()
                .check(DOPPEL);
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses()
                .that(resideInAPackage("doppel.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(DOPPEL);
    }

    @Test
    void namesSayWhatTheyAre() {
        for (var type : DOPPEL) {
            assertTrue(
                    Stream.of("Util", "Utils", "Helper", "Manager", "Impl")
                            .noneMatch(word -> type.getSimpleName().endsWith(word)),
                    type.getName());
        }
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> writesAPicture() {
        return new DescribedPredicate<>("writes a picture") {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                var owner = call.getTargetOwner().getSimpleName();
                var name = call.getTarget().getName();
                return owner.equals("PictureFile") && name.equals("write")
                        || owner.equals("ImageIO") && name.equals("write")
                        || name.equals("imwrite");
            }
        };
    }

    private static DescribedPredicate<JavaClass> isPublic() {
        return new DescribedPredicate<>("are public") {
            @Override
            public boolean test(JavaClass type) {
                return type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
            }
        };
    }

    private static ArchCondition<JavaMethod> notMention(String typeName) {
        return new ArchCondition<>("not mention " + typeName) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var mentions = Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(type -> type.getName().equals(typeName));
                events.add(new SimpleConditionEvent(method, !mentions, method.getFullName()));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
