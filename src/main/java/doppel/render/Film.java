package doppel.render;

import doppel.image.Mask;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Puts the layers together and develops them: a soft tone curve, a trace of grain, 8 bits. */
final class Film {

    private static final int STEPS = 4096;
    private static final float EXPOSURE = .46f;
    /** Linear light above which the curve bends. */
    private static final float SHOULDER = .5f;

    private static final float WHITENING = .25f;

    /** In 8-bit steps. */
    private static final float GRAIN = 1.1f;

    private final Scene scene;
    private final Mesh mesh;
    private final Samples samples;
    private final Layers layers;
    private final HairLayer hair;
    private final float[] curve = new float[STEPS + 2];
    private final byte[] picture;
    private final byte[] parts;
    private final byte[] face;

    private Film(Scene scene, Mesh mesh, Samples samples, Layers layers, HairLayer hair) {
        this.scene = scene;
        this.mesh = mesh;
        this.samples = samples;
        this.layers = layers;
        this.hair = hair;
        var pixels = scene.camera().size() * scene.camera().size();
        picture = new byte[3 * pixels];
        parts = new byte[pixels];
        face = new byte[pixels];
        for (int i = 0; i < curve.length; i++) {
            var linear = Math.min(1, (double) i / STEPS);
            curve[i] = (float)
                    (255 * (linear <= .0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - .055));
        }
    }

    static Rendering develop(Scene scene, Mesh mesh, Samples samples, Layers layers, HairLayer hair) {
        var film = new Film(scene, mesh, samples, layers, hair);
        var size = scene.camera().size();
        Bands.each(size, film::rows);
        var image = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(film.picture, 0, bytes, 0, bytes.length);
        return new Rendering(image, film.parts, new Mask(size, size, film.face));
    }

    private void rows(int first, int end) {
        var size = scene.camera().size();
        var votes = new int[256];
        var light = new float[3];
        for (int pixel = first * size; pixel < end * size; pixel++) {
            var corner = pixel / size * Samples.PER_PIXEL * samples.side + pixel % size * Samples.PER_PIXEL;
            light[0] = 0;
            light[1] = 0;
            light[2] = 0;
            var covered = 0f;
            for (int y = 0; y < Samples.PER_PIXEL; y++) {
                for (int x = 0; x < Samples.PER_PIXEL; x++) {
                    var i = corner + y * samples.side + x;
                    add(i, pixel, light);
                    covered += face(i);
                    votes[part(i)]++;
                }
            }
            expose(pixel, light);
            face[pixel] = (byte) Math.round(255 * covered / (Samples.PER_PIXEL * Samples.PER_PIXEL));
            parts[pixel] = elect(corner, votes);
        }
    }

    private void add(int i, int pixel, float[] light) {
        var through = hair.through[i];
        var behind = samples.triangle[i] < 0;
        var red = linear(i, pixel, 0, through, behind);
        var green = linear(i, pixel, 1, through, behind);
        var blue = linear(i, pixel, 2, through, behind);
        var peak = Math.max(red, Math.max(green, blue));
        var squeezed = squeeze(peak);
        var scale = squeezed / Math.max(peak, 1e-6f);
        // what is too bright for the film turns white, as on film
        var white = 1 - 1 / (WHITENING * (peak - squeezed) + 1);
        light[0] += Maths.mix(red * scale, squeezed, white);
        light[1] += Maths.mix(green * scale, squeezed, white);
        light[2] += Maths.mix(blue * scale, squeezed, white);
    }

    private float linear(int i, int pixel, int k, float through, boolean behind) {
        var surface = behind
                ? scene.backdrop()[3 * pixel + k]
                : layers.irradiance[3 * i + k] * layers.albedo[3 * i + k] + layers.mirrored[3 * i + k];
        return EXPOSURE * (through * surface + hair.color[3 * i + k]);
    }

    private void expose(int pixel, float[] light) {
        // eyes see grain less in the dark and in highlights; one grain for all channels looks like film
        var grain = GRAIN
                * (ValueNoise.hash(pixel, 0, 77)
                        + ValueNoise.hash(pixel, 1, 77)
                        + ValueNoise.hash(pixel, 2, 77)
                        - 1.5f);
        for (int k = 0; k < 3; k++) {
            var linear = Maths.clamp(light[k] / (Samples.PER_PIXEL * Samples.PER_PIXEL)) * STEPS;
            var step = (int) linear;
            var value = Maths.mix(curve[step], curve[step + 1], linear - step) + grain;
            picture[3 * pixel + 2 - k] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
    }

    /**
     * Leaves most light as it is and bends the rest towards 1, so that skin keeps its color and highlights do not clip.
     *
     * <p>Source: the shoulder of the Khronos PBR Neutral tone mapper, 2024.
     */
    private static float squeeze(float peak) {
        if (peak < SHOULDER) {
            return peak;
        }
        var room = 1 - SHOULDER;
        return 1 - room * room / (peak + room - SHOULDER);
    }

    private float face(int i) {
        var triangle = samples.triangle[i];
        if (triangle < 0) {
            return 0;
        }
        var own = samples.first[i] * mesh.face[mesh.triangles[3 * triangle]]
                + samples.second[i] * mesh.face[mesh.triangles[3 * triangle + 1]]
                + (1 - samples.first[i] - samples.second[i]) * mesh.face[mesh.triangles[3 * triangle + 2]];
        return Maths.clamp(own) * hair.faceThrough[i];
    }

    private int part(int i) {
        if (hair.part[i] != 0) {
            return hair.part[i];
        }
        var triangle = samples.triangle[i];
        return triangle < 0 ? 0 : mesh.parts[triangle];
    }

    /** The part with most votes, of equals the one met first; clears the votes. */
    private byte elect(int corner, int[] votes) {
        var best = 0;
        var most = 0;
        for (int y = 0; y < Samples.PER_PIXEL; y++) {
            for (int x = 0; x < Samples.PER_PIXEL; x++) {
                var part = part(corner + y * samples.side + x);
                if (votes[part] > most) {
                    most = votes[part];
                    best = part;
                }
                votes[part] = 0;
            }
        }
        return (byte) best;
    }
}
