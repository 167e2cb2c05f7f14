package doppel.render;

import java.util.List;

/** The points of all strands of a scene as the picture sees them. */
final class HairPoints {

    final float[] columns;
    final float[] rows;
    final float[] nearness;
    /** How wide the hair is here, in samples. */
    final float[] widths;
    /** Linear red, green, blue a point. */
    final float[] colors;
    /** Place of the point's strands in the scene. */
    final byte[] strands;
    /** Whether the hair ends here. */
    final boolean[] tips;

    HairPoints(List<Strands> scene, View view, HairShading shading) {
        var count = scene.stream().mapToInt(some -> some.points().length / 3).sum();
        columns = new float[count];
        rows = new float[count];
        nearness = new float[count];
        widths = new float[count];
        colors = new float[3 * count];
        strands = new byte[count];
        tips = new boolean[count];
        var offset = 0;
        for (int s = 0; s < scene.size(); s++) {
            var some = scene.get(s);
            shading.shade(some, colors, 3 * offset);
            var base = offset;
            var number = (byte) s;
            Bands.each(some.count(), (first, end) -> {
                for (int hair = first; hair < end; hair++) {
                    project(some, hair, base, number, view);
                }
            });
            offset += some.points().length / 3;
        }
    }

    int count() {
        return columns.length;
    }

    private void project(Strands some, int hair, int base, byte number, View view) {
        var p = some.points();
        var first = some.starts()[hair];
        var last = some.starts()[hair + 1] - 1;
        for (int point = first; point <= last; point++) {
            var i = base + point;
            var near = view.nearness(p[3 * point + 2]);
            nearness[i] = near;
            columns[i] = view.column(p[3 * point], near);
            rows[i] = view.row(p[3 * point + 1], near);
            var along = (float) (point - first) / Math.max(1, last - first);
            widths[i] = 2 * Maths.mix(some.rootRadius(), some.tipRadius(), along) * view.focal * near;
            strands[i] = number;
        }
        tips[base + last] = true;
    }
}
