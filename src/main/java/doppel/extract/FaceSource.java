package doppel.extract;

import doppel.align.CropOptions;
import doppel.compute.ModelFiles;
import doppel.provenance.FileHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Where a face folder's faces come from, and how: its {@code source.json}.
 *
 * <p>Book: chapter 3, data rules; the published extractor keeps nothing of this.
 *
 * @param version of this schema, {@value #VERSION}
 * @param person alias of the person, as consent records have it
 * @param source name, SHA-256 and bytes of the clip, or of the folder's pictures together
 * @param options how it was extracted
 * @param models name and SHA-256 of each network that was used
 * @param versions of Doppel, Java and OpenCV
 */
public record FaceSource(
        int version,
        String person,
        FileHash source,
        ExtractOptions options,
        Map<String, String> models,
        Map<String, String> versions) {

    public static final int VERSION = 1;

    private static final List<String> MODELS = List.of("face-detector", "face-mesh", "person-mask");

    /**
     * @throws IllegalArgumentException if the schema is another one, or the alias is none
     */
    public FaceSource {
        if (version != VERSION) {
            throw new IllegalArgumentException("this face folder has schema %d and this Doppel reads %d: extract again"
                    .formatted(version, VERSION));
        }
        if (!person.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a person's alias has 1 to 40 of a-z, 0-9 and -, got \"%s\"; try \"person-a\"".formatted(person));
        }
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /**
     * @throws IOException if the clip or folder cannot be read
     */
    static FaceSource of(Path clipOrFolder, String person, ExtractOptions options) throws IOException {
        return of(clipOrFolder, person, options, MODELS);
    }

    /**
     * For faces whose landmarks another tool found: no detector and no landmark network of ours was used.
     *
     * @param person alias of the person, as consent records have it
     * @throws IOException if the clip or folder cannot be read
     */
    public static FaceSource landmarked(Path clipOrFolder, String person, CropOptions crop) throws IOException {
        return of(clipOrFolder, person, ExtractOptions.crowd().withCrop(crop), List.of("person-mask"));
    }

    private static FaceSource of(Path clipOrFolder, String person, ExtractOptions options, List<String> used)
            throws IOException {
        var doppel = FaceSource.class.getPackage().getImplementationVersion();
        return new FaceSource(
                VERSION,
                person,
                FileHash.of(clipOrFolder),
                options,
                ModelFiles.list().stream()
                        .filter(model -> used.contains(model.name()))
                        .collect(Collectors.toMap(ModelFiles.Entry::name, ModelFiles.Entry::sha256)),
                Map.of(
                        "doppel",
                        doppel == null ? "built from source" : doppel,
                        "java",
                        Runtime.version().toString(),
                        "opencv",
                        opencv_core.CV_VERSION));
    }

    /**
     * @throws IllegalStateException if {@code wanted} would give other faces; names both values
     */
    void requireSame(FaceSource wanted, Path folder) {
        requireSame("person", person, wanted.person, folder);
        if (!source.sha256().equals(wanted.source.sha256())) {
            requireSame("clip", named(source), named(wanted.source), folder);
        }
        requireSame("everyNth", options.everyNth(), wanted.options.everyNth(), folder);
        requireSame("choice", options.choice(), wanted.options.choice(), folder);
        requireSame("detect", options.detect(), wanted.options.detect(), folder);
        requireSame("crop", options.crop(), wanted.options.crop(), folder);
        requireSame("models", models, wanted.models, folder);
    }

    private static void requireSame(String what, Object held, Object wanted, Path folder) {
        if (!held.equals(wanted)) {
            throw new IllegalStateException(
                    "%s holds faces extracted with %s %s, not %s: choose another folder, or delete this one"
                            .formatted(folder, what, held, wanted));
        }
    }

    /** Two clips can have one name; a clip that only changed its name is the same clip. */
    private static String named(FileHash source) {
        return "%s (SHA-256 %s...)".formatted(source.name(), source.sha256().substring(0, 12));
    }
}
