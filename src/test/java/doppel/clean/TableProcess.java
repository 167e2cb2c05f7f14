package doppel.clean;

import doppel.detect.SampleFrames;
import doppel.extract.FaceFolder;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Measures a folder in a process of its own, once, and says how many faces that were not measured before. */
final class TableProcess {

    private TableProcess() {}

    public static void main(String[] folder) throws IOException {
        var measured = new int[1];
        FaceTable.of(FaceFolder.open(Path.of(folder[0])), SampleFrames.MODELS, step -> measured[0]++);
        System.out.println(measured[0]);
    }

    static Process start(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath(), TableProcess.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Some launchers keep their classes to themselves. */
    private static String classPath() {
        return TableProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
