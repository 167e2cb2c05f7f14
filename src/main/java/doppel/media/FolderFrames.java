package doppel.media;

import doppel.image.DamagedPictureException;
import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures of a folder as frames. */
final class FolderFrames implements FrameSource {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final List<Path> files;
    private final double framesPerSecond;
    private final List<DamagedFrame> damaged = new ArrayList<>();
    private int number;

    private FolderFrames(List<Path> files, double framesPerSecond) {
        this.files = files;
        this.framesPerSecond = framesPerSecond;
    }

    static FolderFrames open(Path folder, double framesPerSecond) throws IOException {
        if (!(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "a folder needs a rate above 0 frames a second, got %s; try 25".formatted(framesPerSecond));
        }
        if (!Files.isReadable(folder)) {
            throw new IOException(folder + " may not be read: give yourself the right to read it");
        }
        try (var list = Files.list(folder)) {
            var files = list.filter(file -> Files.isRegularFile(file) || Files.isSymbolicLink(file))
                    .filter(file -> !name(file).startsWith("."))
                    .sorted(Comparator.comparing((Path file) -> counted(name(file)))
                            .thenComparing(FolderFrames::name))
                    .toList();
            if (files.isEmpty()) {
                throw new IOException(folder + " is empty: put PNG, JPEG or BMP pictures there, or give a clip");
            }
            return new FolderFrames(files, framesPerSecond);
        }
    }

    @Override
    public Optional<Frame> next() throws IOException {
        while (number < files.size()) {
            var file = files.get(number);
            var at = number++;
            try {
                requireHere(file);
                return Optional.of(new Frame(at, at / framesPerSecond, PictureFile.read(file), name(file)));
            } catch (DamagedPictureException broken) {
                damaged.add(new DamagedFrame(at, name(file), broken.getMessage()));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<DamagedFrame> damaged() {
        return damaged;
    }

    @Override
    public int estimatedFrames() {
        return files.size();
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    @Override
    public void close() {}

    /** A folder of pictures is what lies in it: a link may lead to what nobody meant to give. */
    private static void requireHere(Path file) throws IOException {
        if (Files.isSymbolicLink(file)
                && !(Files.isRegularFile(file)
                        && file.toRealPath().startsWith(file.getParent().toRealPath()))) {
            throw new DamagedPictureException(
                    "%s is a link that leads to no file of this folder: copy the picture into it".formatted(file));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** With every number in it filled up to one length, a name sorts as people count. */
    private static String counted(String name) {
        return NUMBER.matcher(name)
                .replaceAll(found -> "0".repeat(Math.max(0, 20 - found.group().length())) + found.group());
    }
}
