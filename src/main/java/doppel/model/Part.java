package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A row of blocks with their weights: the encoder, one side's own part, or the shared decoder. */
final class Part {

    private final String name;
    private final List<Block> blocks;
    private final List<List<NDArray>> weights;

    private Part(String name, List<Block> blocks, List<List<NDArray>> weights) {
        this.name = name;
        this.blocks = blocks;
        this.weights = weights;
    }

    /** With random weights, owned by {@code owner}. */
    static Part begin(NDManager owner, String name, List<Block> blocks, RandomGenerator random) {
        var weights = new ArrayList<List<NDArray>>();
        for (var block : blocks) {
            var numbers = block.begin(random);
            var arrays = new ArrayList<NDArray>();
            for (int i = 0; i < numbers.size(); i++) {
                arrays.add(Torch.array(owner, numbers.get(i), block.weights().get(i)));
            }
            weights.add(arrays);
        }
        return new Part(name, blocks, weights);
    }

    /** With weights that were saved. */
    static Part of(String name, List<Block> blocks, Map<String, NDArray> saved) {
        var weights = new ArrayList<List<NDArray>>();
        for (int i = 0; i < blocks.size(); i++) {
            weights.add(names(name, i, blocks.get(i)).stream().map(saved::get).toList());
        }
        return new Part(name, blocks, weights);
    }

    /** A part of the same blocks that begins with the same weights and goes its own way from there. */
    Part copy(String name) {
        return new Part(
                name,
                blocks,
                weights.stream()
                        .map(arrays -> arrays.stream().map(NDArray::duplicate).toList())
                        .toList());
    }

    NDArray forward(NDArray faces) {
        var result = faces;
        for (int i = 0; i < blocks.size(); i++) {
            result = blocks.get(i).forward(result, weights.get(i));
        }
        return result;
    }

    /** What each block answers, one after the other; the last is what {@link #forward} returns. */
    List<NDArray> outputs(NDArray faces) {
        var outputs = new ArrayList<NDArray>();
        var result = faces;
        for (int i = 0; i < blocks.size(); i++) {
            result = blocks.get(i).forward(result, weights.get(i));
            outputs.add(result);
        }
        return outputs;
    }

    /** All weights by name, in the order of the blocks. */
    Map<String, NDArray> weights() {
        var all = new LinkedHashMap<String, NDArray>();
        for (int i = 0; i < blocks.size(); i++) {
            var names = names(name, i, blocks.get(i));
            for (int j = 0; j < names.size(); j++) {
                all.put(names.get(j), weights.get(i).get(j));
            }
        }
        return all;
    }

    /** The shape of each weight that a part of these blocks has, by name. */
    static Map<String, Shape> shapes(String name, List<Block> blocks) {
        var shapes = new LinkedHashMap<String, Shape>();
        for (int i = 0; i < blocks.size(); i++) {
            var names = names(name, i, blocks.get(i));
            for (int j = 0; j < names.size(); j++) {
                shapes.put(names.get(j), blocks.get(i).weights().get(j));
            }
        }
        return shapes;
    }

    /** {@code encoder.0.weight} and {@code encoder.0.bias}; no names for a block that learns nothing. */
    private static List<String> names(String part, int block, Block kind) {
        var prefix = part + "." + block;
        return kind.weights().isEmpty() ? List.of() : List.of(prefix + ".weight", prefix + ".bias");
    }
}
