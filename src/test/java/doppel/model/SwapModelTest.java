package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwapModelTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void holdsAsManyWeightsAsItsDesignSays(Architecture architecture) {
        try (var model = SwapModel.create(tiny(architecture), 1)) {
            var weights = model.weights().values().stream()
                    .mapToLong(array -> array.size())
                    .sum();
            assertEquals(tiny(architecture).parameters(), weights);
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void drawsPicturesOfTheSizeThatItSees(Architecture architecture) {
        try (var model = SwapModel.create(tiny(architecture), 1)) {
            var drawn = model.decode(Side.A, List.of(noise(32, 1), noise(32, 2), noise(32, 3)));
            assertEquals(3, drawn.size());
            assertEquals(32, drawn.get(2).getWidth());
            assertEquals(BufferedImage.TYPE_3BYTE_BGR, drawn.get(0).getType());
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void whatASideLearnsDoesNotChangeTheOther(Architecture architecture) {
        try (var model = SwapModel.create(tiny(architecture), 1)) {
            var face = List.of(noise(32, 1));
            var before = pixels(model.decode(Side.B, face));
            assertArrayEquals(before, pixels(model.decode(Side.A, face)));
            model.weights().get("person.0.0.weight").addi(0.3);
            assertArrayEquals(before, pixels(model.decode(Side.B, face)));
            assertFalse(java.util.Arrays.equals(before, pixels(model.decode(Side.A, face))));
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void reconstructingDrawsTheFirstHalfAsAAndTheSecondAsB(Architecture architecture) {
        try (var model = SwapModel.create(tiny(architecture), 1);
                var scope = Torch.newManager()) {
            model.weights().get("person.0.0.weight").addi(0.3);
            var a = FacePixels.pack(scope, List.of(noise(32, 1), noise(32, 2)));
            var b = FacePixels.pack(scope, List.of(noise(32, 3), noise(32, 4)));
            var both = model.reconstruct(a.concat(b)).split(2);
            assertArrayEquals(
                    model.decode(Side.A, a).toFloatArray(), both.get(0).toFloatArray(), 1e-5f);
            assertArrayEquals(
                    model.decode(Side.B, b).toFloatArray(), both.get(1).toFloatArray(), 1e-5f);
        }
    }

    @Test
    void aSeedMakesOneNetwork() {
        try (var first = SwapModel.create(tiny(Architecture.SHARED_DECODER), 7);
                var same = SwapModel.create(tiny(Architecture.SHARED_DECODER), 7);
                var other = SwapModel.create(tiny(Architecture.SHARED_DECODER), 8)) {
            assertEquals(sum(first), sum(same), 0);
            assertTrue(Math.abs(sum(first) - sum(other)) > 1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aSavedNetworkDrawsTheSamePicture(Architecture architecture) throws IOException {
        var face = List.of(noise(32, 1));
        try (var model = SwapModel.create(tiny(architecture), 1)) {
            model.weights().get("person.0.0.weight").addi(0.3);
            model.save(folder);
            try (var loaded = SwapModel.load(folder)) {
                assertEquals(model.design(), loaded.design());
                assertArrayEquals(pixels(model.decode(Side.A, face)), pixels(loaded.decode(Side.A, face)));
                assertArrayEquals(pixels(model.decode(Side.B, face)), pixels(loaded.decode(Side.B, face)));
            }
        }
    }

    @Test
    void defect31_drawingLeavesNoMemoryBehind() {
        try (var model = SwapModel.create(tiny(Architecture.TWO_DECODERS), 1)) {
            model.weights().values().forEach(array -> array.setRequiresGradient(true));
            var weights = model.weights().values().iterator().next().getManager();
            var before = weights.getManagedArrays().size();
            model.decode(Side.A, List.of(noise(32, 1)));
            assertEquals(before, weights.getManagedArrays().size());
        }
    }

    @Test
    void severalThreadsDrawTheSamePictures() {
        var faces = List.of(noise(32, 1), noise(32, 2));
        try (var model = SwapModel.create(tiny(Architecture.SHARED_DECODER), 1)) {
            var expected = pixels(model.decode(Side.A, faces));
            IntStream.range(0, 64)
                    .parallel()
                    .forEach(i -> assertArrayEquals(expected, pixels(model.decode(Side.A, faces))));
        }
    }

    @Test
    void redStaysRedOnTheWayInAndOut() {
        var picture = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(3, 5, 0xff8001);
        try (var scope = Torch.newManager()) {
            var faces = FacePixels.pack(scope, List.of(picture));
            assertEquals(1, faces.getFloat(0, 0, 5, 3), 0);
            assertEquals(128 / 255f, faces.getFloat(0, 1, 5, 3), 1e-7);
            assertEquals(1 / 255f, faces.getFloat(0, 2, 5, 3), 1e-7);
            assertArrayEquals(pixels(List.of(picture)), pixels(FacePixels.pictures(faces)));
        }
    }

    @Test
    void defect07_weightsAreTensorsNotPickles() throws IOException {
        try (var model = SwapModel.create(tiny(Architecture.SHARED_DECODER), 1)) {
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
        assertEquals(tiny(Architecture.SHARED_DECODER), SwapModel.load(folder).design());
    }

    @Test
    void aFaceOfAnotherSizeIsRefused() {
        try (var model = SwapModel.create(tiny(Architecture.SHARED_DECODER), 1)) {
            var refusal =
                    assertThrows(IllegalArgumentException.class, () -> model.decode(Side.A, List.of(noise(48, 1))));
            assertTrue(refusal.getMessage().startsWith("this network sees faces of 32 x 32, got 48 x 48: cut them"));
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
        try (var model = SwapModel.create(tiny(Architecture.SHARED_DECODER), 1)) {
            model.save(folder);
        }
    }

    private static ModelDesign tiny(Architecture architecture) {
        var design = ModelDesign.fast().withName("tiny").withArchitecture(architecture);
        return design.withWidth(4).withCrop(design.crop().withSize(32));
    }

    private static BufferedImage noise(int size, long seed) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        new SplittableRandom(seed)
                .nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    private static byte[] pixels(List<BufferedImage> pictures) {
        return ((DataBufferByte) pictures.get(0).getRaster().getDataBuffer()).getData();
    }

    private static double sum(SwapModel model) {
        return model.weights().values().stream()
                .mapToDouble(array -> array.sum().getFloat())
                .sum();
    }
}
