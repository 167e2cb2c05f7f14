package doppel.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a safetensors file: eight bytes of length, then JSON that says where each array lies.
 *
 * <p>The file may come from a stranger, so nothing in the header is believed: the length is capped, and the arrays must
 * fill the rest of the file without a gap or an overlap.
 */
final class SafetensorsHeader {

    private static final long MOST_BYTES = 100_000_000;

    private static final int ALIGNMENT = 8;

    private static final Map<String, DataType> TYPES = Map.of("F32", DataType.FLOAT32, "F16", DataType.FLOAT16);

    /** One array: its name, its type, its shape, where its bytes begin after the header, and how many there are. */
    record Entry(String name, DataType type, long[] shape, long begin, int bytes) {}

    /** What is wrong with a header, in half a sentence. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private SafetensorsHeader() {}

    /** The bytes that come before the numbers of {@code arrays}. */
    static ByteBuffer describe(Map<String, NDArray> arrays) throws IOException {
        var root = Json.mapper().createObjectNode();
        long begin = 0;
        for (var array : arrays.entrySet()) {
            begin = describe(root.putObject(array.getKey()), array.getKey(), array.getValue(), begin);
        }
        var json = Json.mapper().writeValueAsBytes(root);
        var padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        var header = ByteBuffer.allocate(Long.BYTES + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    /** The arrays of the file in the order of their bytes; leaves the channel where the first one begins. */
    static List<Entry> read(FileChannel channel) throws IOException, Refused {
        if (channel.size() < Long.BYTES) {
            throw new Refused("it has %d bytes, and the length of its header alone takes 8".formatted(channel.size()));
        }
        var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Safetensors.readAll(channel, length);
        var headerBytes = length.getLong(0);
        var rest = channel.size() - Long.BYTES;
        if (headerBytes < 2 || headerBytes > MOST_BYTES || headerBytes > rest) {
            throw new Refused("its header claims %s bytes, where 2 to %d are possible"
                    .formatted(Long.toUnsignedString(headerBytes), Math.min(MOST_BYTES, rest)));
        }
        var json = ByteBuffer.allocate((int) headerBytes);
        Safetensors.readAll(channel, json);
        var entries = entries(json.array());
        requireContiguous(entries, rest - headerBytes);
        return entries;
    }

    private static long describe(ObjectNode node, String name, NDArray array, long begin) {
        var type = TYPES.entrySet().stream()
                .filter(known -> known.getValue() == array.getDataType())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has the type %s: turn it into float32 first".formatted(name, array.getDataType())));
        var end = begin + type.getValue().getNumOfBytes() * array.size();
        node.put("dtype", type.getKey());
        var shape = node.putArray("shape");
        for (var side : array.getShape().getShape()) {
            shape.add(side);
        }
        node.putArray("data_offsets").add(begin).add(end);
        return end;
    }

    private static List<Entry> entries(byte[] json) throws IOException, Refused {
        JsonNode root;
        try {
            // read strictly: of two arrays with one name, the second would silently replace the first
            root = Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(json);
        } catch (JsonProcessingException broken) {
            throw new Refused("its header is not JSON (%s)".formatted(broken.getOriginalMessage()));
        }
        if (!root.isObject()) {
            throw new Refused("its header is not a JSON object");
        }
        var entries = new ArrayList<Entry>();
        for (var field : root.properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::bytes));
        return entries;
    }

    private static Entry entry(String name, JsonNode node) throws Refused {
        var type = TYPES.get(node.path("dtype").asText());
        if (type == null) {
            throw new Refused("%s has the type %s".formatted(name, node.path("dtype")));
        }
        var shape = numbers(name, node.path("shape"));
        var offsets = numbers(name, node.path("data_offsets"));
        try {
            long bytes = type.getNumOfBytes();
            for (var side : shape) {
                bytes = Math.multiplyExact(bytes, side);
            }
            if (bytes > 0 && offsets.length == 2 && offsets[1] - offsets[0] == bytes) {
                return new Entry(name, type, shape, offsets[0], Math.toIntExact(bytes));
            }
        } catch (ArithmeticException tooLarge) {
            throw new Refused("%s would have more than 2 GB".formatted(name));
        }
        throw new Refused("%s has the shape %s, which does not fit its offsets %s"
                .formatted(name, node.path("shape"), node.path("data_offsets")));
    }

    private static long[] numbers(String name, JsonNode node) throws Refused {
        var numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!node.get(i).canConvertToLong()
                    || !node.get(i).isIntegralNumber()
                    || node.get(i).asLong() < 0) {
                throw new Refused("%s has %s where a whole number from 0 belongs".formatted(name, node.get(i)));
            }
            numbers[i] = node.get(i).asLong();
        }
        if (!node.isArray()) {
            throw new Refused("%s has no shape or no offsets".formatted(name));
        }
        return numbers;
    }

    private static void requireContiguous(List<Entry> entries, long available) throws Refused {
        long expected = 0;
        for (var entry : entries) {
            if (entry.begin() != expected) {
                throw new Refused("%s begins at byte %d, expected %d: there is a gap or an overlap"
                        .formatted(entry.name(), entry.begin(), expected));
            }
            expected += entry.bytes();
        }
        if (expected != available) {
            throw new Refused("its arrays take %d bytes, but %d follow the header".formatted(expected, available));
        }
    }
}
