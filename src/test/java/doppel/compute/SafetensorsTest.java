package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    private final NDManager scope = Torch.newManager();

    @TempDir
    private Path folder;

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void whatWasWrittenComesBack() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("encoder.0.weight", scope.arange(24f).reshape(2, 3, 4));
        arrays.put("count", scope.full(new Shape(), 7f));
        arrays.put("a name with \"quotes\"", scope.create(new float[] {Float.MIN_VALUE, -0f, 1e30f}));
        Safetensors.write(folder.resolve("x.safetensors"), arrays);
        var back = Safetensors.read(scope, folder.resolve("x.safetensors"));
        assertEquals(List.copyOf(arrays.keySet()), List.copyOf(back.keySet()));
        for (var name : arrays.keySet()) {
            assertEquals(arrays.get(name).getShape(), back.get(name).getShape());
            assertArrayEquals(arrays.get(name).toFloatArray(), back.get(name).toFloatArray(), 0);
        }
    }

    @Test
    void halfOfTheBitsComeBackRounded() throws IOException {
        var file = folder.resolve("half.safetensors");
        Safetensors.write(
                file, Map.of("x", scope.create(new float[] {1.5f, 0.1f}).toType(DataType.FLOAT16, true)));
        var back = Safetensors.read(scope, file).get("x");
        assertEquals(DataType.FLOAT32, back.getDataType());
        assertArrayEquals(new float[] {1.5f, 0.1f}, back.toFloatArray(), 1e-4f);
        assertTrue(Files.size(file) < 100);
    }

    @Test
    void readsAFileThatAnotherProgramWrote() throws IOException {
        var file = file(
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + "\"second\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
                        + "\"first\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}",
                new float[] {1.5f, 2.5f, 3.5f});
        var arrays = Safetensors.read(scope, file);
        assertEquals(List.of("first", "second"), List.copyOf(arrays.keySet()));
        assertArrayEquals(new float[] {1.5f, 2.5f}, arrays.get("first").toFloatArray(), 0);
        assertArrayEquals(new float[] {3.5f}, arrays.get("second").toFloatArray(), 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | its header is not a JSON object",
                "{\"x\" | its header is not JSON",
                "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} | x has the type \"F64\"",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | which does not fit its offsets",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | whole number from 0",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}} | a gap or an overlap",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | but 8 follow the header",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}} | but 8 follow the header",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}} | more than 2 GB",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} | does not fit its offsets",
                "{\"x\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}} | no shape or no offsets",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | its header is not JSON",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | a gap or an overlap",
            })
    void refusesAHeaderThatIsNotTrue(String header, String reason) throws IOException {
        var file = file(header, new float[] {1, 2});
        var refusal = assertThrows(IOException.class, () -> Safetensors.read(scope, file));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"-1", "100000001", "9223372036854775807", "17", "0"})
    void refusesAHeaderThatClaimsAnImpossibleLength(long length) throws IOException {
        var file = folder.resolve("x.safetensors");
        var bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Files.write(file, bytes.array());
        var refusal = assertThrows(IOException.class, () -> Safetensors.read(scope, file));
        assertTrue(refusal.getMessage().contains("where 2 to 16 are possible"), refusal.getMessage());
    }

    @Test
    void refusesAFileOfFewerThanEightBytes() throws IOException {
        var file = Files.write(folder.resolve("x.safetensors"), new byte[3]);
        assertThrows(IOException.class, () -> Safetensors.read(scope, file));
    }

    @Test
    void refusesAMissingFile() {
        var refusal =
                assertThrows(IOException.class, () -> Safetensors.read(scope, folder.resolve("none.safetensors")));
        assertTrue(refusal.getMessage().endsWith("none.safetensors is missing"), refusal.getMessage());
    }

    @Test
    void aRefusedArrayLeavesTheOldFileAndNoRemains() throws IOException {
        var file = folder.resolve("x.safetensors");
        Safetensors.write(file, Map.of("x", scope.ones(new Shape(2))));
        var bytes = scope.zeros(new Shape(2), DataType.UINT8);
        var refusal = assertThrows(IllegalArgumentException.class, () -> Safetensors.write(file, Map.of("x", bytes)));
        assertEquals("x has the type uint8: turn it into float32 first", refusal.getMessage());
        assertEquals(2, Safetensors.read(scope, file).get("x").sum().getFloat(), 0);
        assertFalse(Files.exists(folder.resolve("x.safetensors.part")));
    }

    private Path file(String header, float[] numbers) throws IOException {
        var json = header.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array());
        bytes.write(json);
        var floats = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var number : numbers) {
            floats.putFloat(number);
        }
        bytes.write(floats.array());
        return Files.write(folder.resolve("x.safetensors"), bytes.toByteArray());
    }
}
