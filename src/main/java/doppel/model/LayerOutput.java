package doppel.model;

import doppel.image.NumberGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one layer answered to one face.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers", the depth of a layer.
 *
 * @param layer its row in the network's table
 * @param maps one grid a channel; of a linear layer a single row of numbers
 */
public record LayerOutput(Layer layer, List<NumberGrid> maps) {

    public LayerOutput {
        maps = List.copyOf(maps);
    }

    /** @param numbers of all channels, one channel after the other, row after row */
    static LayerOutput of(Layer layer, float[] numbers) {
        var shape = layer.output();
        var channels = shape.size() == 3 ? shape.get(0) : 1;
        var height = shape.size() == 3 ? shape.get(1) : 1;
        var each = numbers.length / channels;
        return new LayerOutput(
                layer,
                IntStream.range(0, channels)
                        .mapToObj(i -> new NumberGrid(
                                each / height, height, Arrays.copyOfRange(numbers, i * each, (i + 1) * each)))
                        .toList());
    }

    /** How many numbers a face is at this point. */
    public int size() {
        return maps.stream().mapToInt(map -> map.width() * map.height()).sum();
    }

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(layer.part(), layer.name(), layer.output());
    }
}
