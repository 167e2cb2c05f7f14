package doppel.actor;

import doppel.compute.AtomicFile;
import doppel.image.Mask;
import doppel.image.PictureFile;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The exact answer of a swap, frame by frame: A's face on B's head, and the union of both face masks.
 *
 * <p>Only rendered people have such an answer.
 *
 * <p>Book: chapter 7, "Swapping the faces"; its authors can only look at the result.
 */
final class TruthFiles {

    /** From this level of the mask on, all is truth. */
    private static final double EDGE = .25;

    private record TruthLine(int targetFrame, String truth, String mask, List<List<Double>> landmarks) {}

    private record HeldLine(int frame, String target, String truth, String mask, List<List<Double>> landmarks) {}

    private final Take targets;
    private final Take truths;
    private final Path folder;

    /**
     * @param targets frames of B
     * @param truths the same frames with A's face
     * @param folder where to
     */
    TruthFiles(Take targets, Take truths, Path folder) {
        this.targets = targets;
        this.truths = truths;
        this.folder = folder;
    }

    /** Writes {@code truth.jsonl} and, for each frame of the clip, truth and mask. */
    void ofClip(List<Integer> numbers) throws IOException {
        var lines = new StringBuilder();
        for (var number : numbers) {
            var name = "b%04d".formatted(number);
            var line = new TruthLine(
                    number,
                    truth(number, name),
                    mask(number, name),
                    truths.label(number).landmarks());
            lines.append(ActorFiles.line(line));
        }
        AtomicFile.write(folder.resolve("truth.jsonl"), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes {@code held.jsonl} and, for each frame that no clip holds, target, truth and mask. */
    void held(List<Integer> numbers) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var name = "%04d".formatted(i);
            var target = name + "-target.jpg";
            write(targets.picture(number), target);
            var line = new HeldLine(
                    i,
                    target,
                    truth(number, name),
                    mask(number, name),
                    truths.label(number).landmarks());
            lines.append(ActorFiles.line(line));
        }
        AtomicFile.write(folder.resolve("held.jsonl"), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String truth(int number, String name) throws IOException {
        var file = name + "-truth.jpg";
        write(onlyTheFace(targets.picture(number), truths.picture(number), faces(number)), file);
        return file;
    }

    /** Labeled as the frames of the clip are, so that they differ in the face alone. */
    private void write(BufferedImage picture, String file) throws IOException {
        var label = VisibleLabel.of(Marks.actor(), picture.getWidth(), picture.getHeight());
        JpegFile.write(label.draw(picture), folder.resolve(file));
    }

    private String mask(int number, String name) throws IOException {
        var file = name + "-mask.png";
        PictureFile.write(faces(number), folder.resolve(file));
        return file;
    }

    private Mask faces(int number) throws IOException {
        return targets.face(number).or(truths.face(number));
    }

    /**
     * The truth where a face is, and the target everywhere else: another chin throws another shadow on the neck, which
     * no swap could know.
     */
    static BufferedImage onlyTheFace(BufferedImage target, BufferedImage truth, Mask faces) {
        var both = new BufferedImage(target.getWidth(), target.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < target.getHeight(); y++) {
            for (int x = 0; x < target.getWidth(); x++) {
                var share = Math.min(1, faces.at(x, y) / EDGE);
                var from = target.getRGB(x, y);
                var to = truth.getRGB(x, y);
                var mixed = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    var level = from >> shift & 255;
                    mixed = mixed << 8 | (int) Math.round(level + share * ((to >> shift & 255) - level));
                }
                both.setRGB(x, y, mixed);
            }
        }
        return both;
    }
}
