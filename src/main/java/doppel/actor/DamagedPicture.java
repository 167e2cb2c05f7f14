package doppel.actor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Files that pretend to be pictures, and pictures that are not whole. */
final class DamagedPicture {

    private static final String OUTSIDE = "outside.jpg";

    private DamagedPicture() {}

    /**
     * Writes one damaged picture, each way in turn.
     *
     * @param folder of the pictures; what a link leads to is put beside it
     * @param count how many were written before
     */
    static Planted write(Path folder, BufferedImage picture, MessPlan.Job job, int count) throws IOException {
        var how = MessPlan.Damage.values()[count % MessPlan.Damage.values().length];
        var name = "%06d".formatted(job.place());
        var jpeg = folder.resolve(name + ".jpg");
        var png = folder.resolve(name + ".png");
        switch (how) {
            case TRUNCATED -> {
                JpegFile.write(MessyFolder.labeled(picture), jpeg);
                var bytes = Files.readAllBytes(jpeg);
                Files.write(jpeg, Arrays.copyOf(bytes, bytes.length / 2));
            }
            case EMPTY -> Files.createFile(jpeg);
            case TEXT -> Files.writeString(png, "This was a note, until somebody renamed it.\n");
            case BOMB -> Files.write(png, bomb());
            case LINK -> {
                JpegFile.write(MessyFolder.labeled(picture), folder.resolveSibling(OUTSIDE));
                Files.createSymbolicLink(jpeg, Path.of("..", OUTSIDE));
            }
        }
        var words =
                switch (how) {
                    case TRUNCATED -> "cut short";
                    case EMPTY -> "empty";
                    case TEXT -> "text renamed to PNG";
                    case BOMB -> "108 megapixels";
                    case LINK -> "link out of the folder";
                };
        var file = (Files.exists(png) ? png : jpeg).getFileName().toString();
        return new Planted(job.place(), file, FaultKind.DAMAGED, words, job.place(), List.of());
    }

    /** A PNG of a few bytes that claims 12,000 x 9,000 pixels. */
    private static byte[] bomb() {
        var header = ByteBuffer.allocate(13)
                .putInt(12_000)
                .putInt(9_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var png = ByteBuffer.allocate(8 + 25 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(png, "IHDR", header);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        var sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        png.putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        png.putInt((int) sum.getValue());
    }
}
