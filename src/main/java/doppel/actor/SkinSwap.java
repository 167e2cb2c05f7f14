package doppel.actor;

import doppel.render.Texture;
import java.util.stream.IntStream;

/**
 * The skin of a swap's truth: one person's face in the other's tone.
 *
 * <p>A swap keeps what is drawn on a face, such as lips, freckles and lines, and matches its color to the target's.
 */
final class SkinSwap {

    private static final int HISTOGRAM = 4096;

    private SkinSwap() {}

    /**
     * @param face skin whose face is worn
     * @param head skin of the head that wears it, of the same size
     */
    static Texture wear(Texture face, Texture head) {
        var mesh = FineMesh.body();
        var texels = mesh.texels(face.width(), face.height());
        var weights = texels.blend(mesh, mesh.weights(Region.FACE), 1);
        for (int at = 0; at < weights.length; at++) {
            // also where the texture is empty: there the paint has run over the edges
            weights[at] = Float.isNaN(weights[at]) ? near(weights, at, face.width()) : weights[at];
        }
        var rest = texels.rest(mesh);
        var cheeks = new boolean[weights.length];
        for (int at = 0; at < weights.length; at++) {
            // the middle of the face shows the tone: no beard, no brows, no lips
            cheeks[at] =
                    weights[at] > .9f && rest[3 * at + 1] > 6.88f && rest[3 * at + 1] < 7.2f && rest[3 * at + 2] > 1;
        }
        var gain = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            gain[channel] = median(head, cheeks, channel) / median(face, cheeks, channel);
        }
        var albedo = new float[face.albedo().length];
        var relief = new float[weights.length];
        var gloss = new float[weights.length];
        var translucency = new float[weights.length];
        IntStream.range(0, weights.length).parallel().forEach(at -> {
            float weight = weights[at];
            for (int channel = 0; channel < 3; channel++) {
                float worn = Math.min(1, gain[channel] * face.albedo()[3 * at + channel]);
                albedo[3 * at + channel] = Curves.mix(head.albedo()[3 * at + channel], worn, weight);
            }
            relief[at] = Curves.mix(head.relief()[at], face.relief()[at], weight);
            gloss[at] = Curves.mix(head.gloss()[at], face.gloss()[at], weight);
            translucency[at] = Curves.mix(head.translucency()[at], face.translucency()[at], weight);
        });
        return new Texture(face.width(), face.height(), albedo, relief, gloss, translucency);
    }

    private static float near(float[] weights, int at, int width) {
        for (int reach = 1; reach <= 3; reach++) {
            for (int step : new int[] {-reach, reach, -reach * width, reach * width}) {
                int beside = at + step;
                if (beside >= 0 && beside < weights.length && weights[beside] >= 0) {
                    return weights[beside];
                }
            }
        }
        return 0;
    }

    /** The median of a channel on the cheeks and the nose. */
    private static float median(Texture texture, boolean[] cheeks, int channel) {
        var counts = new int[HISTOGRAM];
        int total = 0;
        for (int at = 0; at < cheeks.length; at++) {
            if (cheeks[at]) {
                counts[Math.min(HISTOGRAM - 1, (int) (texture.albedo()[3 * at + channel] * HISTOGRAM))]++;
                total++;
            }
        }
        int seen = 0;
        int bin = 0;
        while (bin < HISTOGRAM - 1 && seen + counts[bin] < total / 2) {
            seen += counts[bin++];
        }
        return (bin + .5f) / HISTOGRAM;
    }
}
