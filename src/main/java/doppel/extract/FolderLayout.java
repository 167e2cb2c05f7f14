package doppel.extract;

import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in a face folder. */
record FolderLayout(Path root) {

    Path source() {
        return root.resolve("source.json");
    }

    Path faces() {
        return root.resolve("faces.jsonl");
    }

    Path frames() {
        return root.resolve("frames.jsonl");
    }

    Path finished() {
        return root.resolve("finished.json");
    }

    /** A name only, not a change of a path: a folder that is itself named {@code aligned} must not matter. */
    String aligned(String id) {
        return "aligned/" + id + ".png";
    }

    String mask(String id) {
        return "mask/" + id + ".png";
    }

    /**
     * The file of a picture, links followed.
     *
     * @throws IOException if it is missing, or leads out of the folder
     */
    Path file(StoredPicture picture) throws IOException {
        if (!Files.exists(root.resolve(picture.path()))) {
            throw new IOException(
                    "%s is missing: put it back, or extract into a new folder".formatted(root.resolve(picture.path())));
        }
        var file = root.resolve(picture.path()).toRealPath();
        if (!file.startsWith(root.toRealPath())) {
            throw new IOException("%s leads out of the face folder to %s: put the picture itself there"
                    .formatted(root.resolve(picture.path()), file));
        }
        return file;
    }

    /** Whether both pictures of {@code face} are what its record says. */
    boolean holds(FaceRecord face) throws IOException {
        return holds(face.aligned()) && holds(face.mask());
    }

    private boolean holds(StoredPicture picture) throws IOException {
        return Files.isRegularFile(root.resolve(picture.path()))
                && Sha256.of(file(picture)).equals(picture.sha256());
    }
}
