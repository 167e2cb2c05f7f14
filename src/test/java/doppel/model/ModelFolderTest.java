package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFolderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aSavedNetworkDrawsTheSamePicture(ModelDesign design) throws IOException {
        var face = List.of(TinyDesigns.noise(32, 1));
        try (var model = SwapModel.create(design, 1)) {
            model.weights().get("person.0.0.weight").addi(0.3);
            model.save(folder);
            try (var loaded = SwapModel.load(folder)) {
                assertEquals(model.design(), loaded.design());
                assertArrayEquals(
                        TinyDesigns.pixels(model.decode(Side.A, face)),
                        TinyDesigns.pixels(loaded.decode(Side.A, face)));
                assertArrayEquals(
                        TinyDesigns.pixels(model.decode(Side.B, face)),
                        TinyDesigns.pixels(loaded.decode(Side.B, face)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doppel.model.TinyDesigns#all")
    void aSavedCrowdComesBackWhole(ModelDesign design) throws IOException {
        var face = List.of(TinyDesigns.noise(32, 1));
        try (var model = SwapModel.create(design, 4, 1)) {
            model.weights().get("person.3.0.weight").addi(0.3);
            model.save(folder);
            try (var loaded = SwapModel.load(folder)) {
                assertEquals(4, loaded.people());
                assertEquals(design, loaded.design());
                assertArrayEquals(
                        TinyDesigns.pixels(model.decode(3, face)), TinyDesigns.pixels(loaded.decode(3, face)));
                assertArrayEquals(
                        TinyDesigns.pixels(model.decode(2, face)), TinyDesigns.pixels(loaded.decode(2, face)));
            }
        }
    }

    @Test
    void defect07_weightsAreTensorsNotPickles() throws IOException {
        try (var model = SwapModel.create(TinyDesigns.of(Architecture.SHARED_DECODER), 1)) {
            model.save(folder);
        }
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("model.json", "model.safetensors"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        var bytes = Files.readAllBytes(folder.resolve("model.safetensors"));
        var header = new String(bytes, 8, 300, StandardCharsets.UTF_8);
        assertTrue(header.startsWith("{\"encoder.0.weight\":{\"dtype\":\"F32\",\"shape\":[4,3,5,5]"), header);
        assertEquals(
                TinyDesigns.of(Architecture.SHARED_DECODER),
                SwapModel.load(folder).design());
    }

    @Test
    void aSmallFileHoldsTheSameNetworkInHalfTheSpace() throws IOException {
        var face = List.of(TinyDesigns.noise(96, 1));
        try (var model = SwapModel.create(ModelDesign.sharp(), 1, 1)) {
            model.saveSmall(folder);
            var bytes = Files.size(folder.resolve(SwapModel.WEIGHTS_FILE));
            assertEquals(2 * (1_417_212 - 167_040), bytes, 3000); // the header
            try (var loaded = SwapModel.load(folder)) {
                var expected = TinyDesigns.pixels(model.decode(0, face));
                var drawn = TinyDesigns.pixels(loaded.decode(0, face));
                for (int i = 0; i < drawn.length; i++) {
                    assertEquals(expected[i] & 255, drawn[i] & 255, 3);
                }
            }
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        var refusal = assertThrows(IOException.class, () -> SwapModel.load(folder));
        assertTrue(refusal.getMessage().contains("model.json is missing"), refusal.getMessage());
        save();
        Files.delete(folder.resolve("model.safetensors"));
        refusal = assertThrows(IOException.class, () -> SwapModel.load(folder));
        assertTrue(refusal.getMessage().contains("model.safetensors is missing"), refusal.getMessage());
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        save();
        var file = folder.resolve("model.safetensors");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        var refusal = assertThrows(IOException.class, () -> SwapModel.load(folder));
        assertTrue(refusal.getMessage().contains("is damaged"), refusal.getMessage());
    }

    @Test
    void theWeightsOfAnotherDesignAreRefused() throws IOException {
        save();
        try (var scope = Torch.newManager()) {
            Safetensors.write(
                    folder.resolve("model.safetensors"), Map.of("encoder.0.weight", scope.ones(new Shape(2))));
        }
        var card = Json.mapper().readTree(folder.resolve("model.json").toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) card)
                .put("sha256", Sha256.of(folder.resolve("model.safetensors")));
        Json.write(folder.resolve("model.json"), card);
        var refusal = assertThrows(IOException.class, () -> SwapModel.load(folder));
        assertTrue(refusal.getMessage().contains("does not hold the weights of the design tiny"), refusal.getMessage());
    }

    private void save() throws IOException {
        try (var model = SwapModel.create(TinyDesigns.of(Architecture.SHARED_DECODER), 1)) {
            model.save(folder);
        }
    }
}
