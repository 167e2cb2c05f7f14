package doppel.notebook;

import doppel.model.Layer;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.util.stream.Collectors;

/** A network as the table of its layers: part, layer, the shape that comes out, parameters, and their sum. */
final class LayersView {

    private LayersView() {}

    static Bundle of(ModelDesign design) {
        return of("design " + design.name(), design);
    }

    static Bundle of(SwapModel model) {
        return of("network " + model.design().name() + " with its weights", model.design());
    }

    private static Bundle of(String what, ModelDesign design) {
        var title = "%s: faces of %d x %d, %,d parameters"
                .formatted(what, design.size(), design.size(), design.parameters());
        var sheet = Sheet.of(title, "part", "layer", "output", "parameters");
        var part = "";
        for (var layer : design.layers()) {
            sheet = sheet.row(
                    layer.part().equals(part) ? "" : layer.part(), layer.name(), shape(layer), layer.parameters());
            part = layer.part();
        }
        return sheet.row("all", "", "", design.parameters()).bundle();
    }

    private static String shape(Layer layer) {
        return layer.output().stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
