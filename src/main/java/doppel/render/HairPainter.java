package doppel.render;

import java.util.List;

/**
 * Draws strands as thin lines, those in front first. A hair thinner than a sample covers only its share of it, so hair
 * looks fine instead of wiry.
 */
final class HairPainter {

    /** What is hidden but for so much is not drawn on. */
    private static final float OPAQUE = .015f;

    private final Samples samples;
    private final List<Strands> strands;
    private final HairPoints points;
    private final HairOrder order;
    private final HairLayer layer;

    private HairPainter(Samples samples, List<Strands> strands, HairPoints points) {
        this.samples = samples;
        this.strands = strands;
        this.points = points;
        order = new HairOrder(points, samples.side);
        layer = new HairLayer(samples.side);
    }

    static HairLayer draw(Samples samples, List<Strands> strands, HairPoints points) {
        var painter = new HairPainter(samples, strands, points);
        Bands.each(HairOrder.STRIPS, painter::strips);
        return painter.layer;
    }

    private void strips(int from, int to) {
        for (int strip = from; strip < to; strip++) {
            var first = HairOrder.row(strip, samples.side);
            var end = HairOrder.row(strip + 1, samples.side);
            for (int i = order.starts[strip]; i < order.starts[strip + 1]; i++) {
                segment(order.segments[i], first, end);
            }
        }
    }

    private void segment(int i, int first, int end) {
        var x0 = points.columns[i];
        var y0 = points.rows[i];
        var dx = points.columns[i + 1] - x0;
        var dy = points.rows[i + 1] - y0;
        var length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-4f) {
            return;
        }
        var steep = Math.abs(dy) > Math.abs(dx);
        var along = steep ? dy : dx;
        // width measured along the column or row that the line crosses
        var width = points.widths[i] * length / Math.abs(along);
        var wide = Math.max(width, 1.15f);
        var alpha = Math.min(.97f, width / wide);
        var begin = steep ? y0 : x0;
        var from = (int) Math.ceil(Math.min(begin, begin + along) - .5f);
        var to = (int) Math.ceil(Math.max(begin, begin + along) - .5f);
        var low = steep ? first : 0;
        var high = steep ? end : samples.side;
        for (int step = Math.max(from, low); step < Math.min(to, high); step++) {
            var t = (step + .5f - begin) / along;
            var middle = steep ? x0 + dx * t : y0 + dy * t;
            var near = points.nearness[i] + (points.nearness[i + 1] - points.nearness[i]) * t;
            var lowest = (int) Math.floor(middle - .5f * wide);
            var highest = (int) Math.floor(middle + .5f * wide);
            for (int across = lowest; across <= highest; across++) {
                var x = steep ? across : step;
                var y = steep ? step : across;
                if (x < 0 || x >= samples.side || y < first || y >= end) {
                    continue;
                }
                var covered = Math.min(across + 1, middle + .5f * wide) - Math.max(across, middle - .5f * wide);
                blend(i, t, y * samples.side + x, near, alpha * Math.min(1, covered));
            }
        }
    }

    private void blend(int i, float t, int sample, float near, float alpha) {
        var left = layer.through[sample];
        // roots may lie a hair's breadth under the skin
        if (left < OPAQUE || alpha <= 0 || near < samples.nearness[sample] - .008f * near * near) {
            return;
        }
        var weight = left * alpha;
        for (int k = 0; k < 3; k++) {
            layer.color[3 * sample + k] +=
                    weight * Maths.mix(points.colors[3 * i + k], points.colors[3 * i + 3 + k], t);
        }
        var now = left * (1 - alpha);
        layer.through[sample] = now < OPAQUE ? 0 : now;
        var hairs = strands.get(points.strands[i]);
        if (left > .5f && now <= .5f) {
            layer.part[sample] = hairs.part();
        }
        if (hairs.coversFace()) {
            layer.faceThrough[sample] *= 1 - alpha;
        }
    }
}
