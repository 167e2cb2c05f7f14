package doppel.provenance;

import doppel.compute.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The XMP packet of a PNG: one international text chunk behind the header.
 *
 * <p>Source: <em>PNG Specification</em>, 11.3.3.4 iTXt; <em>XMP Specification Part 3</em>, PNG.
 */
final class PngXmp {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BEHIND_HEADER = 8 + 25;
    private static final int I_TXT = 0x69545874;

    /** Keyword, then: not compressed, no language, no translated keyword. */
    private static final byte[] KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private PngXmp() {}

    static boolean startsHere(FileChannel channel) throws IOException {
        var start = ByteBuffer.allocate(SIGNATURE.length);
        channel.read(start, 0);
        return Arrays.equals(start.array(), SIGNATURE);
    }

    static void write(Path png, String packet) throws IOException {
        var bytes = Files.readAllBytes(png);
        if (bytes.length < BEHIND_HEADER) {
            throw new IOException(png + " is a truncated PNG: write it again");
        }
        var text = new ByteArrayOutputStream();
        text.write(KEYWORD);
        text.write(packet.getBytes(StandardCharsets.UTF_8));
        var marked = new ByteArrayOutputStream(bytes.length + text.size() + 12);
        marked.write(bytes, 0, BEHIND_HEADER);
        var chunk = new DataOutputStream(marked);
        chunk.writeInt(text.size());
        chunk.writeInt(I_TXT);
        text.writeTo(chunk);
        chunk.writeInt(checksum(text.toByteArray()));
        marked.write(bytes, BEHIND_HEADER, bytes.length - BEHIND_HEADER);
        AtomicFile.write(png, marked.toByteArray());
    }

    static Optional<String> read(Path png) throws IOException {
        try (var channel = FileChannel.open(png)) {
            var head = ByteBuffer.allocate(8);
            for (long at = SIGNATURE.length; at + 12 <= channel.size(); ) {
                channel.read(head.clear(), at);
                var length = Integer.toUnsignedLong(head.getInt(0));
                if (head.getInt(4) == I_TXT && length >= KEYWORD.length && length <= Xmp.MOST_BYTES) {
                    var content = ByteBuffer.allocate((int) length);
                    channel.read(content, at + 8);
                    if (Arrays.equals(content.array(), 0, KEYWORD.length, KEYWORD, 0, KEYWORD.length)) {
                        return Optional.of(new String(
                                content.array(),
                                KEYWORD.length,
                                (int) length - KEYWORD.length,
                                StandardCharsets.UTF_8));
                    }
                }
                at += 12 + length;
            }
            return Optional.empty();
        }
    }

    private static int checksum(byte[] text) {
        var crc = new CRC32();
        crc.update(ByteBuffer.allocate(4).putInt(0, I_TXT));
        crc.update(text);
        return (int) crc.getValue();
    }
}
