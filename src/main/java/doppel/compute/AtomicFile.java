package doppel.compute;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file that is there whole or not at all: beside it first, forced to the disk, then moved over.
 *
 * <p>So a kill, a full disk or a pulled plug leaves what was there before.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * @throws IOException if the disk refuses; the message names the file
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (ClosedByInterruptException stopped) {
            throw new InterruptedIOException(file + " was not written, because the work was stopped: do it again");
        } catch (IOException fault) {
            throw new IOException(
                    "%s could not be written (%s): free space or mend the folder".formatted(file, fault.getMessage()),
                    fault);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
