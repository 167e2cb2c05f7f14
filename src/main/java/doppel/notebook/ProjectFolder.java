package doppel.notebook;

import java.nio.file.Path;

/** Where this project lies: outputs must not say it, and sources are found in it. */
final class ProjectFolder {

    private ProjectFolder() {}

    static Path path() {
        return Path.of(System.getProperty("doppel.project", "")).toAbsolutePath();
    }

    /** A sentence without the folders above the project, which are another's on another machine. */
    static String relative(String sentence) {
        return sentence.replace(path() + "/", "").replace(path().toString(), ".");
    }
}
