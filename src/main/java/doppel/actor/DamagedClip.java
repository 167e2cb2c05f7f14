package doppel.actor;

import doppel.media.FrameReader;
import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * A clip whose last frames are gone although its length is right, as after a copy that broke off or a bad memory card:
 * the bytes are there, and they are zeros.
 */
final class DamagedClip {

    private DamagedClip() {}

    /**
     * Damages a clip in place, and brings its manifest in line.
     *
     * @param firstLost number of the first frame that shall be lost
     * @throws IOException if the clip cannot be read or written
     */
    static void from(Path clip, int firstLost, Origin origin) throws IOException {
        var whole = Files.readAllBytes(clip);
        var trial = clip.resolveSibling("damaged.part.mp4");
        try {
            var start = box(whole, "mdat");
            var end = start + ByteBuffer.wrap(whole).getInt(start);
            var low = start + 8;
            var high = end;
            // the more bytes are lost, the earlier the first lost frame
            while (high - low > 64) {
                var middle = (low + high) / 2;
                Files.write(trial, zeroed(whole, middle, end));
                if (firstLost(trial) < firstLost) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            Files.write(trial, zeroed(whole, high, end));
            var output = new FileHash(clip.getFileName().toString(), Sha256.of(trial), Files.size(trial));
            Manifest.of(Marks.actor(), origin, List.of(output)).write(Manifest.beside(clip));
            Files.move(trial, clip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static byte[] zeroed(byte[] whole, int from, int to) {
        var damaged = whole.clone();
        Arrays.fill(damaged, from, to, (byte) 0);
        return damaged;
    }

    private static int firstLost(Path clip) throws IOException {
        try (var reader = FrameReader.open(clip)) {
            while (reader.next().isPresent()) {
                if (!reader.damaged().isEmpty()) {
                    break;
                }
            }
            return reader.damaged().isEmpty()
                    ? Integer.MAX_VALUE
                    : reader.damaged().get(0).number();
        }
    }

    /** Where a box of the outermost level begins. */
    private static int box(byte[] mp4, String name) throws IOException {
        var bytes = ByteBuffer.wrap(mp4);
        for (int at = 0; at + 8 <= mp4.length; at += Math.max(8, bytes.getInt(at))) {
            if (new String(mp4, at + 4, 4, StandardCharsets.US_ASCII).equals(name)) {
                return at;
            }
        }
        throw new IOException("the clip has no box " + name + ": it is no MP4 that Doppel wrote");
    }
}
