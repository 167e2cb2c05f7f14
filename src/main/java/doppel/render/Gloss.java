package doppel.render;

/**
 * What a rough surface mirrors.
 *
 * <p>Source: Walter and others, Microfacet Models for Refraction through Rough Surfaces, EGSR 2007.
 */
final class Gloss {

    private Gloss() {}

    /**
     * Share of a lamp's light mirrored to the camera, where 1 is what a white dull surface facing the lamp sends.
     *
     * @param roughness .1 wet to .6 dull
     * @param facing share mirrored at right angles, .028 for skin
     */
    static float lobe(Fragment f, LampLight lamp, float roughness, float facing) {
        var nl = f.nx * lamp.x + f.ny * lamp.y + f.nz * lamp.z;
        if (nl <= 0) {
            return 0;
        }
        var nv = Math.max(.05f, f.towardsCamera());
        var hx = lamp.x + f.vx;
        var hy = lamp.y + f.vy;
        var hz = lamp.z + f.vz;
        var length = Maths.inverseLength(hx, hy, hz);
        var nh = (f.nx * hx + f.ny * hy + f.nz * hz) * length;
        var vh = (f.vx * hx + f.vy * hy + f.vz * hz) * length;
        var alpha = roughness * roughness;
        var square = alpha * alpha;
        var wide = nh * nh * (square - 1) + 1;
        var spread = square / (wide * wide);
        var shade = .25f / ((nl * (1 - alpha * .5f) + alpha * .5f) * (nv * (1 - alpha * .5f) + alpha * .5f));
        return spread * shade * fresnel(facing, vh) * nl;
    }

    static float fresnel(float facing, float cosine) {
        var away = 1 - Maths.clamp(cosine);
        return facing + (1 - facing) * Maths.power4(away) * away;
    }
}
