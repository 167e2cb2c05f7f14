package doppel.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of named arrays in the safetensors format: a length, a JSON header, the numbers.
 *
 * <p>The book saves whole Python objects, and opening such a file runs whatever code is in it. A safetensors file holds
 * numbers and nothing else. Only floats of 32 bits, and of 16 for what is sent around, are read and written here: nothing
 * that Doppel keeps has another type.
 *
 * <p>Book: chapter 6, "Saving the model". Source: the format's description, github.com/huggingface/safetensors.
 */
public final class Safetensors {

    private Safetensors() {}

    /**
     * Writes the arrays; the file appears whole, or what was there before stays.
     *
     * @param arrays 32-bit or 16-bit floats of any shapes
     * @throws IllegalArgumentException if an array has another type; names it
     * @throws IOException if the disk refuses; names the file
     */
    public static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        var header = SafetensorsHeader.describe(arrays);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                writeAll(channel, header);
                for (var array : arrays.values()) {
                    writeAll(channel, array.toByteBuffer());
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

    /**
     * Reads all arrays of a file, in the order of their numbers, as 32-bit floats.
     *
     * @param owner of the arrays
     * @throws IOException if the file is missing, or not whole, or no safetensors file of floats; says which
     */
    public static Map<String, NDArray> read(NDManager owner, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing");
        }
        try (var channel = FileChannel.open(file)) {
            var entries = SafetensorsHeader.read(channel);
            var arrays = new LinkedHashMap<String, NDArray>();
            for (var entry : entries) {
                arrays.put(entry.name(), array(owner, entry, channel));
            }
            return arrays;
        } catch (SafetensorsHeader.Refused refused) {
            throw new IOException("%s is not a safetensors file of floats: %s".formatted(file, refused.getMessage()));
        }
    }

    private static NDArray array(NDManager owner, SafetensorsHeader.Entry entry, FileChannel channel)
            throws IOException {
        var bytes = ByteBuffer.allocateDirect(entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        readAll(channel, bytes);
        // the array would go on living in Java's buffer, which Java's memory limit counts; the duplicate does not
        try (var borrowed = owner.create(bytes.flip(), new Shape(entry.shape()), entry.type())) {
            // DJL's toType copies nothing where the type is the same, whatever it is asked for
            return entry.type() == DataType.FLOAT32 ? borrowed.duplicate() : borrowed.toType(DataType.FLOAT32, true);
        }
    }

    static void readAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
