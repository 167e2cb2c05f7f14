package doppel.render;

/**
 * Lights strands: a white highlight, a tinted one beside it, light that shines through, and a dull rest.
 *
 * <p>Source: Marschner and others, Light Scattering from Human Hair Fibers, SIGGRAPH 2003, with simple curves; Kajiya
 * and Kay, SIGGRAPH 1989.
 */
final class HairShading {

    private static final float SHIFT = .09f;

    private final Samples samples;
    private final View view;
    private final LightMaps light;

    HairShading(Samples samples, View view, LightMaps light) {
        this.samples = samples;
        this.view = view;
        this.light = light;
    }

    /** Writes linear red, green, blue a point of the strands to {@code colors}, from {@code offset} on. */
    void shade(Strands strands, float[] colors, int offset) {
        Bands.each(strands.count(), (first, end) -> {
            for (int hair = first; hair < end; hair++) {
                hair(strands, hair, colors, offset);
            }
        });
    }

    private void hair(Strands strands, int hair, float[] colors, int offset) {
        var p = strands.points();
        var first = strands.starts()[hair];
        var last = strands.starts()[hair + 1] - 1;
        for (int point = first; point <= last; point++) {
            if (hidden(p[3 * point], p[3 * point + 1], p[3 * point + 2])) {
                continue;
            }
            var before = 3 * Math.max(first, point - 1);
            var after = 3 * Math.min(last, point + 1);
            var along = last > first ? (float) (point - first) / (last - first) : 0;
            point(
                    p,
                    3 * point,
                    p[after] - p[before],
                    p[after + 1] - p[before + 1],
                    p[after + 2] - p[before + 2],
                    strands.colors(),
                    3 * hair,
                    Maths.mix(.62f, 1, Maths.smooth(0, .35f, along)),
                    colors,
                    offset);
        }
    }

    private boolean hidden(float x, float y, float z) {
        var near = view.nearness(z);
        var column = (int) view.column(x, near);
        var row = (int) view.row(y, near);
        if (column < 0 || row < 0 || column >= samples.side || row >= samples.side) {
            return false;
        }
        return samples.nearness[row * samples.side + column] > near + .3f * near * near;
    }

    private void point(
            float[] p,
            int i,
            float tx,
            float ty,
            float tz,
            float[] own,
            int o,
            float root,
            float[] colors,
            int offset) {
        var at = offset + i;
        var length = Maths.inverseLength(tx, ty, tz);
        tx *= length;
        ty *= length;
        tz *= length;
        var vx = view.x - p[i];
        var vy = view.y - p[i + 1];
        var vz = view.z - p[i + 2];
        length = Maths.inverseLength(vx, vy, vz);
        vx *= length;
        vy *= length;
        vz *= length;
        var tv = tx * vx + ty * vy + tz * vz;
        var acrossView = (float) Math.sqrt(Math.max(1e-4f, 1 - tv * tv));
        for (int k = 0; k < light.lamps().length; k++) {
            var lamp = light.lamps()[k];
            var lit = lamp.litHair(p[i], p[i + 1], p[i + 2]);
            if (lit == 0) {
                continue;
            }
            var tl = tx * lamp.x + ty * lamp.y + tz * lamp.z;
            var acrossLight = (float) Math.sqrt(Math.max(1e-4f, 1 - tl * tl));
            var lv = lamp.x * vx + lamp.y * vy + lamp.z * vz;
            var around = Math.max(-1, Math.min(1, (lv - tl * tv) / (acrossLight * acrossView)));
            var half = .5f * (tl + tv);
            var white = .065f * bell(half - SHIFT * .6f, .11f) * (.45f + .55f * around) * acrossLight;
            var tinted = .34f * bell(half + SHIFT, .22f) * Math.max(0, around) * around * acrossLight;
            var through = .8f * bell(half, .25f) * Maths.power4(Math.max(0, -around)) * acrossLight;
            var dull = acrossLight * (.52f + .28f * around);
            var whiteLit = lit * Math.max(0, white);
            colors[at] += lamp.red * (lit * scattered(own[o] * root, dull, tinted, through) + whiteLit);
            colors[at + 1] += lamp.green * (lit * scattered(own[o + 1] * root, dull, tinted, through) + whiteLit);
            colors[at + 2] += lamp.blue * (lit * scattered(own[o + 2] * root, dull, tinted, through) + whiteLit);
        }
        var sky = light.sky().throughHair(p[i], p[i + 1], p[i + 2]);
        sky = .12f + .88f * sky;
        var up = .5f + .5f * acrossView * Math.min(1, (p[i + 1] - view.y) * .5f + .3f);
        for (int k = 0; k < 3; k++) {
            var arriving = Maths.mix(light.skyBottom()[k], light.skyTop()[k], Maths.clamp(up));
            colors[at + k] += sky * arriving * own[o + k] * root * .95f;
        }
    }

    private static float scattered(float own, float dull, float tinted, float through) {
        return own * (dull + through) + (own * .75f + .02f * (float) Math.sqrt(own)) * tinted;
    }

    private static float bell(float x, float width) {
        return Maths.fade(x * x / (2 * width * width));
    }
}
