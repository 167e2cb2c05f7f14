package doppel.render;

/**
 * Spreads light under the skin: red far, green less, blue least, and not across gaps in depth.
 *
 * <p>Source: Jimenez and others, Separable Subsurface Scattering, 2015; d'Eon and Luebke, GPU Gems 3, chapter 14.
 */
final class Scattering {

    /** Weight of the narrow and the wide part of the spread, by channel. */
    private static final float[] WIDE_SHARE = {.50f, .32f, .22f};
    /** How far the narrow part reaches in dm, by channel. */
    private static final float[] NARROW = {.0075f, .0045f, .003f};
    /** How far the wide part reaches in dm, by channel. */
    private static final float[] WIDE = {.030f, .014f, .009f};

    private final Samples samples;
    private final Layers layers;
    private final int reach;
    private final float[] kernel;
    private final float[] between;

    private Scattering(Samples samples, Layers layers, View view) {
        this.samples = samples;
        this.layers = layers;
        var scale = view.focal * view.nearness(1);
        reach = Math.max(1, Math.min(24, Math.round(2.2f * WIDE[0] * scale)));
        kernel = new float[3 * (reach + 1)];
        for (int k = 0; k < 3; k++) {
            for (int distance = 0; distance <= reach; distance++) {
                kernel[3 * distance + k] = (float) ((1 - WIDE_SHARE[k]) * bell(distance, NARROW[k] * scale)
                        + WIDE_SHARE[k] * bell(distance, WIDE[k] * scale));
            }
        }
        between = new float[layers.irradiance.length];
    }

    static void spread(Samples samples, Layers layers, View view) {
        var scattering = new Scattering(samples, layers, view);
        Bands.each(samples.side, (first, end) -> scattering.pass(first, end, true));
        Bands.each(samples.side, (first, end) -> scattering.pass(first, end, false));
    }

    private static double bell(double distance, double sigma) {
        // a bell narrower than a sample stays a sample
        var wide = Math.max(.3, sigma);
        return StrictMath.exp(-distance * distance / (2 * wide * wide)) / wide;
    }

    private void pass(int first, int end, boolean across) {
        var side = samples.side;
        var from = across ? layers.irradiance : between;
        var to = across ? between : layers.irradiance;
        var step = across ? 1 : side;
        for (int y = first; y < end; y++) {
            for (int x = 0; x < side; x++) {
                var i = y * side + x;
                if (layers.translucency[i] <= 0) {
                    if (across) {
                        System.arraycopy(from, 3 * i, to, 3 * i, 3);
                    }
                    continue;
                }
                var place = across ? x : y;
                one(i, step, -Math.min(reach, place), Math.min(reach, side - 1 - place), from, to);
            }
        }
    }

    private void one(int i, int step, int low, int high, float[] from, float[] to) {
        var near = samples.nearness[i];
        // half a millimetre deeper a sample is still the same skin
        var gap = .05f * near * near;
        var red = 0f;
        var green = 0f;
        var blue = 0f;
        var redWeight = 0f;
        var greenWeight = 0f;
        var blueWeight = 0f;
        for (int d = low; d <= high; d++) {
            var j = i + d * step;
            var soft = layers.translucency[j];
            var apart = Math.abs(samples.nearness[j] - near);
            var allowed = gap + gap * .12f * Math.abs(d);
            if (soft <= 0 || apart > allowed) {
                continue;
            }
            var k = 3 * Math.abs(d);
            var weight = soft * (1 - apart / allowed);
            var r = kernel[k] * weight;
            var g = kernel[k + 1] * weight;
            var b = kernel[k + 2] * weight;
            red += r * from[3 * j];
            green += g * from[3 * j + 1];
            blue += b * from[3 * j + 2];
            redWeight += r;
            greenWeight += g;
            blueWeight += b;
        }
        var share = layers.translucency[i];
        to[3 * i] = Maths.mix(from[3 * i], red / redWeight, share);
        to[3 * i + 1] = Maths.mix(from[3 * i + 1], green / greenWeight, share);
        to[3 * i + 2] = Maths.mix(from[3 * i + 2], blue / blueWeight, share);
    }
}
