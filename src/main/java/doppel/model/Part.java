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

/** A row of blocks with their weights: the encoder, what one person has alone, or the shared decoder. */
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
    Part copy(NDManager owner, String name) {
        var copies = new ArrayList<List<NDArray>>();
        for (var arrays : weights) {
            var own = arrays.stream().map(NDArray::duplicate).toList();
            own.forEach(array -> array.attach(owner));
            copies.add(own);
        }
        return new Part(name, blocks, copies);
    }

    NDArray forward(NDArray faces) {
        return forward(faces, 0, blocks.size());
    }

    /** Through the blocks from {@code first} to the one before {@code end}. */
    NDArray forward(NDArray input, int first, int end) {
        var result = input;
        for (int i = first; i < end; i++) {
            result = blocks.get(i).forward(result, weights.get(i));
        }
        return result;
    }

    /** How many blocks it has. */
    int length() {
        return blocks.size();
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
        return kind.names().stream()
                .map(name -> "%s.%d.%s".formatted(part, block, name))
                .toList();
    }
}
