package doppel.repair;

import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.image.PictureFile;
import doppel.provenance.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Eight pictures of a rendered actor and their faces; picture 2 shows no face, picture 5 is cut off. */
final class SmallClip {

    private SmallClip() {}

    /** Writes the pictures into {@code folder}, and extracts them beside it. */
    static FaceFolder extract(Path pictures) throws IOException {
        for (int i = 0; i < 8; i++) {
            var picture = i == 2
                    ? SampleFrames.gray(256, 256)
                    : SampleFrames.of("actor-a").get(i).picture();
            PictureFile.write(picture, pictures.resolve("frame%d.png".formatted(i)));
        }
        var cut = pictures.resolve("frame5.png");
        var bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        return new FaceExtractor(SampleFrames.MODELS)
                .extract(pictures, "actor-a", pictures.resolveSibling("faces"), ExtractOptions.standard(), step -> {});
    }

    /** Every file below {@code folder} with its fingerprint. */
    static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(), FileHash.of(file).sha256());
            }
        }
        return contents;
    }
}
