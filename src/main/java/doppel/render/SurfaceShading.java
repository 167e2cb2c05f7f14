package doppel.render;

/** Lights all samples of surfaces. */
final class SurfaceShading {

    private final Mesh mesh;
    private final View view;
    private final Samples samples;
    private final LightMaps light;
    private final Layers layers;

    private SurfaceShading(Mesh mesh, View view, Samples samples, LightMaps light) {
        this.mesh = mesh;
        this.view = view;
        this.samples = samples;
        this.light = light;
        layers = new Layers(samples.side);
    }

    static Layers shade(Mesh mesh, View view, Samples samples, LightMaps light) {
        var shading = new SurfaceShading(mesh, view, samples, light);
        Bands.each(samples.side / Samples.PER_PIXEL, (first, end) -> shading.new Rows().shade(first, end));
        return shading.layers;
    }

    /** Some rows of pixels. */
    private final class Rows {

        private final Fragment fragment = new Fragment(view, light.lamps().length);
        private final SkinShading skin = new SkinShading(light);
        private final EyeShading eyes = new EyeShading(light, new LidShade(mesh, samples));
        private final TeethShading teeth = new TeethShading(light);
        private int surface;
        private float nearness;

        void shade(int first, int end) {
            for (int row = first; row < end; row++) {
                for (int column = 0; column < samples.side / Samples.PER_PIXEL; column++) {
                    surface = -1;
                    for (int y = 0; y < Samples.PER_PIXEL; y++) {
                        for (int x = 0; x < Samples.PER_PIXEL; x++) {
                            sample((row * Samples.PER_PIXEL + y) * samples.side + column * Samples.PER_PIXEL + x);
                        }
                    }
                }
            }
        }

        private void sample(int i) {
            var triangle = samples.triangle[i];
            if (triangle < 0) {
                return;
            }
            var material = mesh.surfaces.get(mesh.surfaceOf[triangle]).material();
            fragment.at(mesh, triangle, samples.first[i], samples.second[i]);
            arriving(i, triangle, material);
            if (material instanceof Material.Painted painted) {
                fragment.spread(mesh, triangle);
                skin.shade(fragment, painted.texture());
            } else if (material instanceof Material.Plain plain) {
                skin.shade(fragment, plain);
            } else if (material instanceof Material.Eyeball eye) {
                eyes.shade(fragment, eye, i);
            } else if (material instanceof Material.Teeth row) {
                fragment.spread(mesh, triangle);
                teeth.shade(fragment, row);
            }
            System.arraycopy(fragment.irradiance, 0, layers.irradiance, 3 * i, 3);
            System.arraycopy(fragment.albedo, 0, layers.albedo, 3 * i, 3);
            System.arraycopy(fragment.mirrored, 0, layers.mirrored, 3 * i, 3);
            layers.translucency[i] = fragment.translucency;
        }

        /** Light is smooth: the samples of a pixel share it where they lie together. */
        private void arriving(int i, int triangle, Material material) {
            var near = samples.nearness[i];
            if (surface == mesh.surfaceOf[triangle] && Math.abs(near - nearness) < .03f * near * near) {
                return;
            }
            surface = mesh.surfaceOf[triangle];
            nearness = near;
            var f = fragment;
            // nothing else lies so close below the surface of an eye: it needs no distance from itself
            var eye = material instanceof Material.Eyeball;
            var bias = eye ? .3f : material instanceof Material.Painted ? 1 : .7f;
            for (int k = 0; k < f.lit.length; k++) {
                f.lit[k] = light.lamps()[k].lit(f.x, f.y, f.z, f.nx, f.ny, f.nz, bias);
            }
            if (material instanceof Material.Painted) {
                light.sky().at(mesh, triangle, samples.first[i], samples.second[i], f.seen);
            } else {
                var offset = eye ? .004f : .02f;
                light.sky().at(f.x + offset * f.nx, f.y + offset * f.ny, f.z + offset * f.nz, f.nx, f.ny, f.nz, f.seen);
            }
        }
    }
}
