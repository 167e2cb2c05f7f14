package doppel.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The layers of a design: what comes out of each, what it learns and what it costs. */
final class LayerTable {

    private final Plan plan;
    private final Shape face;

    LayerTable(ModelDesign design) {
        this.plan = design.plan();
        this.face = new Shape(FacePixels.CHANNELS, design.size(), design.size());
    }

    /** One row a block, for two people. */
    List<Layer> rows() {
        var rows = new ArrayList<Layer>();
        var code = addRows(rows, "encoder", plan.encoder(), face);
        addRows(rows, "side A", plan.person(), code);
        var own = addRows(rows, "side B", plan.person(), code);
        var beside = addRows(rows, "both", plan.both(), code);
        addRows(rows, "decoder", plan.decoder(), plan.both().isEmpty() ? own : together(own, beside));
        return List.copyOf(rows);
    }

    /** Name and shape of every weight of a network for so many people. */
    Map<String, Shape> weights(int people) {
        var all = new LinkedHashMap<>(Part.shapes(Network.ENCODER, plan.encoder()));
        for (int i = 0; i < people; i++) {
            all.putAll(Part.shapes(Network.person(i), plan.person()));
        }
        all.putAll(Part.shapes(Network.BOTH, plan.both()));
        all.putAll(Part.shapes(Network.DECODER, plan.decoder()));
        return all;
    }

    long multiplications() {
        return sum(Block::multiplications);
    }

    long kept() {
        return sum(Block::kept);
    }

    /** The rows as lines of text. */
    static String text(List<Layer> rows) {
        return rows.stream()
                .map(row -> "%-8s %-52s %-16s %,12d"
                        .formatted(
                                row.part(),
                                row.name(),
                                row.output().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                                row.parameters()))
                .collect(Collectors.joining("\n"));
    }

    private static Shape addRows(List<Layer> rows, String part, List<Block> blocks, Shape input) {
        var shape = input;
        for (var block : blocks) {
            shape = block.output(shape);
            var sides = LongStream.of(shape.getShape())
                    .mapToInt(Math::toIntExact)
                    .boxed()
                    .toList();
            var parameters = block.weights().stream().mapToLong(Shape::size).sum();
            rows.add(new Layer(part, block.words(), sides, parameters));
        }
        return shape;
    }

    private static Shape output(List<Block> blocks, Shape input) {
        var shape = input;
        for (var block : blocks) {
            shape = block.output(shape);
        }
        return shape;
    }

    /** Over all blocks that one face passes through. */
    private long sum(ToLongBiFunction<Block, Shape> measure) {
        var code = output(plan.encoder(), face);
        var own = output(plan.person(), code);
        var drawn = plan.both().isEmpty() ? own : together(own, output(plan.both(), code));
        return sum(measure, plan.encoder(), face)
                + sum(measure, plan.person(), code)
                + sum(measure, plan.both(), code)
                + sum(measure, plan.decoder(), drawn);
    }

    private static long sum(ToLongBiFunction<Block, Shape> measure, List<Block> blocks, Shape input) {
        var shape = input;
        long sum = 0;
        for (var block : blocks) {
            sum += measure.applyAsLong(block, shape);
            shape = block.output(shape);
        }
        return sum;
    }

    /** Two pictures of one size, channels behind channels. */
    private static Shape together(Shape own, Shape beside) {
        return new Shape(own.get(0) + beside.get(0), own.get(1), own.get(2));
    }
}
