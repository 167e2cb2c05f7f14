package doppel.render;

/**
 * Lights an eye.
 *
 * <ol>
 *   <li>The place on the ball tells white or cornea; the cornea bulges.
 *   <li>Through the cornea the view is bent to the iris, which lies deeper.
 *   <li>White: pale, with veins, pink in the corners. Iris: fibers, dark ring, pupil.
 *   <li>The wet surface mirrors the lamps and the sky where no lid shades it.
 * </ol>
 */
final class EyeShading {

    private static final float WATER = 1 / 1.336f;

    private final LightMaps light;
    private final LidShade lids;
    private final float[] iris = new float[3];

    EyeShading(LightMaps light, LidShade lids) {
        this.light = light;
        this.lids = lids;
    }

    void shade(Fragment f, Material.Eyeball eye, int sample) {
        var axis = eye.axis();
        // across the eye to the right of the picture, and up
        var rx = axis[2];
        var rz = -axis[0];
        var length = Maths.inverseLength(rx, 0, rz);
        rx *= length;
        rz *= length;
        var ux = axis[1] * rz;
        var uy = axis[2] * rx - axis[0] * rz;
        var uz = -axis[1] * rx;
        f.turn(f.x - eye.center()[0], f.y - eye.center()[1], f.z - eye.center()[2]);
        var ballX = f.nx;
        var ballY = f.ny;
        var ballZ = f.nz;
        var height = ballX * axis[0] + ballY * axis[1] + ballZ * axis[2];
        var across = ballX * rx + ballZ * rz;
        var up = ballX * ux + ballY * uy + ballZ * uz;
        var off = height > 0 ? (float) Math.sqrt(across * across + up * up) : 1;
        var edge = eye.irisRadius();
        var cornea = Maths.smooth(edge * 1.12f, edge * .90f, off);
        var bulge = cornea * .62f;
        f.turn(
                ballX + bulge * (ballX - axis[0] * height),
                ballY + bulge * (ballY - axis[1] * height),
                ballZ + bulge * (ballZ - axis[2] * height));
        white(f, eye, across, up, off);
        var clear = Maths.smooth(edge * 1.05f, edge * .93f, off);
        if (clear > 0) {
            // how deep the iris lies below the cornea, in radii of the ball
            var inside = Math.max(0, 1 - off * off / (edge * edge));
            var depth = .03f + .20f * inside;
            var cosine = f.towardsCamera();
            var bent = (float) Math.sqrt(Math.max(0, 1 - WATER * WATER * (1 - cosine * cosine)));
            var along = WATER * cosine - bent;
            var tx = along * f.nx - WATER * f.vx;
            var ty = along * f.ny - WATER * f.vy;
            var tz = along * f.nz - WATER * f.vz;
            var sink = Math.max(.3f, -(tx * axis[0] + ty * axis[1] + tz * axis[2]));
            var px = (across + (tx * rx + tz * rz) * depth / sink) / edge;
            var py = (up + (tx * ux + ty * uy + tz * uz) * depth / sink) / edge;
            iris(eye, px, py);
            for (int k = 0; k < 3; k++) {
                f.albedo[k] = Maths.mix(f.albedo[k], iris[k], clear);
            }
            f.translucency *= 1 - clear;
            dull(f, clear, axis, ballX, ballY, ballZ, px * rx + py * ux, py * uy, px * rz + py * uz);
        } else {
            dull(f, 0, axis, ballX, ballY, ballZ, 0, 0, 0);
        }
        lids.find(f, sample);
        for (int k = 0; k < 3; k++) {
            // light under a lid has passed skin: red stays longest
            f.irradiance[k] *= 1 - (k == 0 ? .62f : .72f) * lids.shade();
        }
        wet(f);
    }

    private static void white(Fragment f, Material.Eyeball eye, float across, float up, float off) {
        var seed = (int) eye.seed();
        var bend = 1.3f * ValueNoise.value(across * 7 + 3, up * 7, seed);
        var thin = Math.abs(ValueNoise.value(across * 5 + bend, up * 16 + bend, seed + 1) - .5f);
        var finer = Math.abs(ValueNoise.value(across * 11 - bend, up * 34 + bend, seed + 2) - .5f);
        var far = Maths.smooth(eye.irisRadius() * 1.05f, 1, off);
        var vein = far * (.30f * Maths.smooth(.05f, 0, thin) + .16f * Maths.smooth(.06f, 0, finer));
        var pink = .34f * far * far + vein;
        var cloudy = .94f + .08f * ValueNoise.value(across * 4, up * 4, seed + 5);
        var ring = 1 - .16f * Maths.smooth(eye.irisRadius() * 1.28f, eye.irisRadius(), off);
        f.albedo[0] = .44f * cloudy * ring * (1 - .10f * pink);
        f.albedo[1] = .375f * cloudy * ring * (1 - .62f * pink);
        f.albedo[2] = .33f * cloudy * ring * (1 - .66f * pink);
        f.translucency = .6f;
    }

    private void iris(Material.Eyeball eye, float px, float py) {
        var seed = (int) (eye.seed() * 31 + 7);
        var out = (float) Math.sqrt(px * px + py * py);
        var turn = 1 / Math.max(1e-4f, out);
        var cx = px * turn;
        var cy = py * turn;
        var fibers = .45f * ValueNoise.value(cx * 9 + 40, cy * 9 + out * 1.2f, seed)
                + .35f * ValueNoise.value(cx * 21 + 9, cy * 21 - out * 2, seed + 1)
                + .20f * ValueNoise.value(cx * 43, cy * 43 + out * 3, seed + 2);
        var collar = Maths.smooth(.20f, .02f, Math.abs(out - .48f - .10f * (fibers - .5f)));
        var patches = ValueNoise.value(px * 2.3f + 5, py * 2.3f, seed + 3);
        var bright = .30f * (.22f + 1.35f * fibers) * (.85f + .3f * patches) * (1 + .35f * collar);
        // at the rim the iris is darker, and a soft dark ring ends it
        bright *= 1 - .80f * Maths.smooth(.72f, 1.0f, out);
        var warm = .55f * Maths.smooth(.62f, .30f, out);
        var pupil = Maths.smooth(eye.pupilRadius() * 1.06f, eye.pupilRadius() * .92f, out);
        var gray = (eye.iris()[0] + eye.iris()[1] + eye.iris()[2]) / 3;
        for (int k = 0; k < 3; k++) {
            var amber = k == 0 ? .16f : k == 1 ? .085f : .03f;
            // the color of an iris is mostly paler than people remember it
            var pale = Maths.mix(eye.iris()[k], gray, .35f);
            var own = Maths.mix(pale, Math.max(amber, pale * .9f), warm * .6f);
            iris[k] = Maths.mix(own * bright, .0025f, pupil);
        }
    }

    /** What is not mirrored: on the iris the side away from the lamp is the brighter one, as in a bowl. */
    private void dull(
            Fragment f,
            float clear,
            float[] axis,
            float ballX,
            float ballY,
            float ballZ,
            float bowlX,
            float bowlY,
            float bowlZ) {
        SkinShading.clear(f);
        for (int i = 0; i < light.lamps().length; i++) {
            var lamp = light.lamps()[i];
            var ball = SkinShading.wrapped(ballX * lamp.x + ballY * lamp.y + ballZ * lamp.z, .25f);
            var bowl = (axis[0] - .55f * bowlX) * lamp.x
                    + (axis[1] - .55f * bowlY) * lamp.y
                    + (axis[2] - .55f * bowlZ) * lamp.z;
            var lit = f.lit[i] * Maths.mix(ball, 1.25f * SkinShading.wrapped(bowl, .35f), clear);
            f.irradiance[0] += lit * lamp.red;
            f.irradiance[1] += lit * lamp.green;
            f.irradiance[2] += lit * lamp.blue;
        }
        for (int k = 0; k < 3; k++) {
            var sky = f.seen[0] * light.skyTop()[k] + f.seen[1] * light.skyBottom()[k];
            f.irradiance[k] += sky;
        }
    }

    private void wet(Fragment f) {
        var cosine = Math.max(0, f.towardsCamera());
        var mx = 2 * cosine * f.nx - f.vx;
        var my = 2 * cosine * f.ny - f.vy;
        var mz = 2 * cosine * f.nz - f.vz;
        var share = Math.min(.3f, Gloss.fresnel(.022f, cosine));
        for (int i = 0; i < light.lamps().length; i++) {
            var lamp = light.lamps()[i];
            if (f.lit[i] == 0) {
                continue;
            }
            var angle = 1 - (mx * lamp.x + my * lamp.y + mz * lamp.z);
            // 1 - cos of the lamp's edge
            var radians = Math.max(6, lamp.degrees) * .01745f;
            var rim = .5f * radians * radians;
            // a wide lamp is a wall or a cloth, which fades towards its edge
            var disk = Maths.smooth(rim * 1.4f, rim * Math.max(0, 1 - 40 * rim), angle) * Math.min(70, .5f / rim);
            // the film of tears widens the lamp a little
            var glow = .55f * Maths.power4(Maths.smooth(rim * 14, 0, angle));
            SkinShading.mirror(f, lamp, f.lit[i] * share * (disk + glow) * (1 - lids.shade()));
        }
        var open = Maths.clamp(1 - f.seen[2]);
        for (int k = 0; k < 3; k++) {
            var sky = Maths.mix(light.skyBottom()[k], light.skyTop()[k], .5f + .5f * my);
            f.mirrored[k] += share * open * open * sky * (1 - .8f * lids.shade());
            // tears stand on the lower lid
            f.mirrored[k] += lids.tears() * (.05f * sky + .10f * f.irradiance[k]);
        }
    }
}
