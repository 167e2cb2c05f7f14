package doppel.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The XMP packet of an MP4: one {@code uuid} box behind all others, so that nothing before it moves and the clip
 * plays as it did.
 *
 * <p>Source: ISO 14496-12, 4.2 (boxes); <em>XMP Specification Part 3</em>, MPEG-4.
 */
final class Mp4Xmp {

    private static final int FTYP = 0x66747970;
    private static final int UUID = 0x75756964;
    private static final byte[] XMP = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
    private static final int HEAD = 8 + 16;

    private Mp4Xmp() {}

    static void append(Path mp4, String packet) throws IOException {
        if (read(mp4).isPresent()) {
            throw new IOException(mp4 + " has an XMP packet already: mark a file once");
        }
        var text = packet.getBytes(StandardCharsets.UTF_8);
        var box = ByteBuffer.allocate(HEAD + text.length)
                .putInt(HEAD + text.length)
                .putInt(UUID)
                .put(XMP)
                .put(text)
                .flip();
        try (var channel = FileChannel.open(mp4, StandardOpenOption.APPEND)) {
            while (box.hasRemaining()) {
                channel.write(box);
            }
        }
    }

    /** Walks the boxes of the outermost level and so finds out, too, whether they fill the file. */
    static Optional<String> read(Path mp4) throws IOException {
        var packet = Optional.<String>empty();
        try (var channel = FileChannel.open(mp4)) {
            var head = ByteBuffer.allocate(HEAD);
            for (long at = 0; at < channel.size(); ) {
                Arrays.fill(head.array(), (byte) 0);
                channel.read(head.clear(), at);
                if (at == 0 && head.getInt(4) != FTYP) {
                    throw new IOException(mp4 + " is neither a PNG nor an MP4: only these two carry marks");
                }
                var length = Integer.toUnsignedLong(head.getInt(0));
                if (length == 1) {
                    length = head.getLong(8);
                }
                if (length < 8 || length > channel.size() - at) {
                    throw new IOException(
                            "%s is no whole MP4: the box at byte %d has a length of %d".formatted(mp4, at, length));
                }
                var isXmp = head.getInt(4) == UUID && Arrays.equals(head.array(), 8, HEAD, XMP, 0, XMP.length);
                if (isXmp && length >= HEAD && length <= Xmp.MOST_BYTES) {
                    var text = ByteBuffer.allocate((int) length - HEAD);
                    channel.read(text, at + HEAD);
                    packet = Optional.of(new String(text.array(), StandardCharsets.UTF_8));
                }
                at += length;
            }
        }
        return packet;
    }
}
