package doppel.render;

/** Lights what is soft: skin, lips, tongue, and cloth as skin without translucency. */
final class SkinShading {

    private static final float FACING = .028f;
    /** What the folds of a face send each other of the sky's light, by channel. */
    private static final float[] BOUNCE = {.42f, .17f, .12f};

    private final LightMaps light;

    SkinShading(LightMaps light) {
        this.light = light;
    }

    void shade(Fragment f, Texture texture) {
        TextureReader.color(texture, f.u, f.v, f.albedo);
        f.translucency = TextureReader.value(texture, texture.translucency(), f.u, f.v);
        var smoothX = f.nx;
        var smoothY = f.ny;
        var smoothZ = f.nz;
        relief(f, texture);
        light(f, TextureReader.value(texture, texture.gloss(), f.u, f.v), smoothX, smoothY, smoothZ);
    }

    void shade(Fragment f, Material.Plain plain) {
        System.arraycopy(plain.color(), 0, f.albedo, 0, 3);
        f.translucency = plain.translucency();
        light(f, plain.gloss(), f.nx, f.ny, f.nz);
    }

    private static void relief(Fragment f, Texture texture) {
        var du = 1f / texture.width();
        var dv = 1f / texture.height();
        var h = texture.relief();
        var acrossU = TextureReader.value(texture, h, f.u + du, f.v) - TextureReader.value(texture, h, f.u - du, f.v);
        var acrossV = TextureReader.value(texture, h, f.u, f.v + dv) - TextureReader.value(texture, h, f.u, f.v - dv);
        // what is finer than a sample would flicker
        var keep = Math.min(1, f.spanOfU() * du / f.span) * .5e-5f;
        f.bend(acrossU * keep / du, acrossV * keep / dv);
    }

    /** Light on a surface whose normal without pores is given: red light spreads so far that it sees no pores. */
    void light(Fragment f, float gloss, float smoothX, float smoothY, float smoothZ) {
        clear(f);
        var soft = f.translucency;
        var rough = Maths.mix(.62f, .30f, gloss);
        var sheen = Maths.power4(1 - Math.max(0, f.towardsCamera()));
        for (int i = 0; i < light.lamps().length; i++) {
            var lit = f.lit[i];
            if (lit == 0) {
                continue;
            }
            var lamp = light.lamps()[i];
            var fine = f.nx * lamp.x + f.ny * lamp.y + f.nz * lamp.z;
            var smooth = smoothX * lamp.x + smoothY * lamp.y + smoothZ * lamp.z;
            var red = wrapped(Maths.mix(fine, smooth, .7f * soft), .22f * soft);
            var green = wrapped(Maths.mix(fine, smooth, .35f * soft), .09f * soft);
            var blue = wrapped(fine, .05f * soft);
            f.irradiance[0] += lit * lamp.red * red;
            f.irradiance[1] += lit * lamp.green * green;
            f.irradiance[2] += lit * lamp.blue * blue;
            if (gloss > 0) {
                var mirrored = lit
                        * (.85f * Gloss.lobe(f, lamp, rough, FACING)
                                + .22f * gloss * Gloss.lobe(f, lamp, rough * .6f, FACING));
                mirror(f, lamp, mirrored);
            }
            mirror(f, lamp, lit * .045f * sheen * green);
        }
        sky(f, gloss);
    }

    private void sky(Fragment f, float gloss) {
        var top = light.skyTop();
        var bottom = light.skyBottom();
        var open = 1 - Maths.clamp(f.seen[2]);
        var shine = gloss * open * open * Gloss.fresnel(FACING, f.towardsCamera()) * .6f;
        for (int k = 0; k < 3; k++) {
            var arriving = f.seen[0] * top[k] + f.seen[1] * bottom[k];
            var folded = f.seen[2]
                    * (1 - f.seen[2] * .4f)
                    * BOUNCE[k]
                    * .5f
                    * (top[k] + bottom[k])
                    * (.4f + .6f * f.translucency);
            f.irradiance[k] += arriving + folded;
            f.mirrored[k] += shine * arriving;
        }
    }

    static void clear(Fragment f) {
        for (int k = 0; k < 3; k++) {
            f.irradiance[k] = 0;
            f.mirrored[k] = 0;
        }
    }

    static void mirror(Fragment f, LampLight lamp, float share) {
        f.mirrored[0] += share * lamp.red;
        f.mirrored[1] += share * lamp.green;
        f.mirrored[2] += share * lamp.blue;
    }

    /** A cosine that reaches around the edge and leaves it smoothly. */
    static float wrapped(float cosine, float wrap) {
        var lit = (cosine + wrap) / (1 + wrap);
        if (lit <= 0) {
            return 0;
        }
        var toe = .5f * wrap;
        return lit >= toe || toe == 0 ? lit : lit * lit / toe * (1.5f - .5f * lit / toe);
    }
}
