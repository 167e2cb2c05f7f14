package doppel.render;

import java.util.List;
import java.util.stream.IntStream;

/** A lamp and its shadows: several maps spread over the lamp's disk make the soft edge. */
final class LampLight {

    final float x;
    final float y;
    final float z;
    final float red;
    final float green;
    final float blue;
    final float degrees;

    private final List<ShadowMap> maps;
    private final HairShadow hair;
    private final float offset;

    private LampLight(Lamp lamp, List<ShadowMap> maps, HairShadow hair) {
        x = lamp.x();
        y = lamp.y();
        z = lamp.z();
        red = lamp.red();
        green = lamp.green();
        blue = lamp.blue();
        degrees = (float) lamp.degrees();
        this.maps = maps;
        this.hair = hair;
        offset = 1.6f * maps.get(0).beam.texel;
    }

    static LampLight of(
            Lamp lamp, int count, Mesh casters, List<Strands> strands, float[] center, float radius, int size) {
        var maps = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> ShadowMap.of(casters, beam(lamp, i, count, center, radius, size)))
                .toList();
        var hair = HairShadow.of(strands, new Beam(lamp.x(), lamp.y(), lamp.z(), center, radius * .75f, size * 5 / 8));
        return new LampLight(lamp, maps, hair);
    }

    /** How much of the lamp's light arrives at a place of a surface, 0 to 1. */
    float lit(float px, float py, float pz, float nx, float ny, float nz, float bias) {
        var shift = bias * offset;
        var qx = px + nx * shift;
        var qy = py + ny * shift;
        var qz = pz + nz * shift;
        var sum = 0f;
        for (int i = 0; i < maps.size(); i++) {
            sum += maps.get(i).lit(qx, qy, qz);
        }
        return sum == 0 ? 0 : sum / maps.size() * hair.lit(px, py, pz);
    }

    /** How much of the lamp's light arrives at a place of a hair, 0 to 1. */
    float litHair(float px, float py, float pz) {
        var lit = hair.lit(px, py, pz);
        if (lit < .01f) {
            return 0;
        }
        // hair starts at the skin, whose map is coarser than a hair
        var shift = .05f;
        return lit * maps.get(0).lit(px + x * shift, py + y * shift, pz + z * shift);
    }

    private static Beam beam(Lamp lamp, int i, int count, float[] center, float radius, int size) {
        var reach = count == 1 ? 0 : StrictMath.tan(StrictMath.toRadians(lamp.degrees())) * Math.sqrt((i + .5) / count);
        var angle = i * Maths.GOLDEN_ANGLE;
        var right = reach * StrictMath.cos(angle);
        var up = reach * StrictMath.sin(angle);
        var upright = Math.abs(lamp.y()) < .9f;
        double ax = upright ? lamp.z() : 0;
        double ay = upright ? 0 : -lamp.z();
        double az = upright ? -lamp.x() : lamp.y();
        var length = Math.sqrt(ax * ax + ay * ay + az * az);
        ax /= length;
        ay /= length;
        az /= length;
        var dx = lamp.x() + right * ax + up * (lamp.y() * az - lamp.z() * ay);
        var dy = lamp.y() + right * ay + up * (lamp.z() * ax - lamp.x() * az);
        var dz = lamp.z() + right * az + up * (lamp.x() * ay - lamp.y() * ax);
        var unit = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        return new Beam((float) (dx * unit), (float) (dy * unit), (float) (dz * unit), center, radius, size);
    }
}
