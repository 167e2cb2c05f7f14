package doppel.extract;

import doppel.compute.Json;
import doppel.compute.ModelFiles;
import doppel.media.FrameReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a clip into a face folder, on all cores, and goes on where it was stopped.
 *
 * <p>A kill at any instant costs the frames under way and nothing else. In the end the folder is the same, byte by
 * byte, as one that was made in one go. So does a folder that lost its records: the same call makes them again.
 *
 * <p>Book: chapter 5, "Running extract on frame images".
 */
public final class FaceExtractor {

    private final ModelFiles models;

    public FaceExtractor(ModelFiles models) {
        this.models = models;
    }

    /**
     * @param clipOrFolder a clip, or a folder of pictures
     * @param person alias of the person, as consent records have it
     * @param folder new, unfinished or finished; a finished one is returned as it is
     * @param progress called after every frame, on the calling thread
     * @return the folder, with one face at least
     * @throws IllegalStateException if no face was found, a model is missing, or the folder holds faces of another
     *     clip or person, or extracted with other options; says which and what to do
     * @throws InterruptedIOException if the calling thread is interrupted; the same call goes on later
     * @throws IOException if the clip cannot be read or the disk refuses
     */
    public FaceFolder extract(
            Path clipOrFolder, String person, Path folder, ExtractOptions options, Consumer<ExtractStep> progress)
            throws IOException {
        var layout = new FolderLayout(folder);
        var source = FaceSource.of(clipOrFolder, person, options);
        forgetFaceless(layout);
        if (Files.exists(layout.finished()) && Files.exists(layout.frames()) && Files.exists(layout.faces())) {
            Json.read(layout.source(), FaceSource.class).requireSame(source, folder);
        } else {
            extractRest(clipOrFolder, source, layout, progress);
        }
        requireFaces(Json.read(layout.finished(), FrameCounts.class), clipOrFolder, options);
        return FaceFolder.open(folder);
    }

    private void extractRest(Path clipOrFolder, FaceSource source, FolderLayout layout, Consumer<ExtractStep> progress)
            throws IOException {
        // the journal last: what cannot be read leaves no folder behind
        try (var reader = FrameReader.open(clipOrFolder);
                var workers = FaceWorkers.open(models, source.options(), new FaceStore(layout));
                var journal = FaceJournal.open(layout, source)) {
            new Extraction(reader, workers, journal, source.options().everyNth(), progress).run();
            journal.finish();
        }
    }

    /** A finished folder without a face holds nothing that could be lost, and stands in nobody's way. */
    private static void forgetFaceless(FolderLayout layout) throws IOException {
        if (Files.exists(layout.finished())
                && Json.read(layout.finished(), FrameCounts.class).faces() == 0) {
            for (var file : List.of(layout.finished(), layout.frames(), layout.faces(), layout.source())) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void requireFaces(FrameCounts counts, Path clip, ExtractOptions options) {
        if (counts.faces() == 0) {
            throw new IllegalStateException(
                    ("no face was found in %d frames of %s (%d of them damaged) with minScore %s and minSide %s:"
                                    + " look at the clip, or extract again with smaller ones")
                            .formatted(
                                    counts.frames(),
                                    clip.getFileName(),
                                    counts.damaged(),
                                    options.detect().minScore(),
                                    options.detect().minSide()));
        }
    }
}
