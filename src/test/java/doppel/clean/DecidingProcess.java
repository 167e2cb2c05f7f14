package doppel.clean;

import doppel.extract.FaceFolder;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** A second program that decides about a folder, one act after the other, and says each once it is done. */
final class DecidingProcess {

    private DecidingProcess() {}

    /** Starts one in a Java of its own; it ends when it is killed, or after {@code acts}. */
    static Process start(FaceFolder folder, String who, int acts) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        DecidingProcess.class.getName(),
                        folder.path().toString(),
                        who,
                        String.valueOf(acts))
                .start();
    }

    /** That of this program, which a runner of tests may keep in a loader of its own. */
    private static String classPath() {
        return DecidingProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    public static void main(String[] arguments) throws IOException {
        var folder = FaceFolder.open(Path.of(arguments[0]));
        var decisions = Decisions.open(folder);
        var random = new Random(arguments[1].hashCode());
        var ids = folder.faces().stream().map(face -> face.id()).toList();
        for (int act = 0; act < Integer.parseInt(arguments[2]); act++) {
            var by = "%s-%d".formatted(arguments[1], act);
            if (act % 5 == 4) {
                decisions.undo();
            } else if (act % 3 == 0) {
                decisions.rejectAll(folder.faces(), by);
            } else {
                decisions.keep(ids.get(random.nextInt(ids.size())), by);
            }
            System.out.println(act);
        }
    }
}
