package doppel.render;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The light of a scene with all its shadows.
 *
 * @param lamps key first
 * @param sky light from everywhere
 * @param skyTop linear red, green, blue of the light from above
 * @param skyBottom the same from below
 */
record LightMaps(LampLight[] lamps, SkyLight sky, float[] skyTop, float[] skyBottom) {

    private static final float[] ABOVE = {0, .96f, .28f};
    private static final float[] BEFORE = {0, .1f, .995f};

    static LightMaps of(Scene scene, Mesh casters, Mesh mesh, View view, RenderClock clock) {
        var small = scene.camera().size() <= 160;
        var center = new float[] {view.x, view.y, .2f};
        var radius = view.halfWidth() * 1.25f;
        var size = small ? 256 : 512;
        var given = scene.lighting().lamps();
        var lamps = IntStream.range(0, given.size())
                .parallel()
                .mapToObj(i -> {
                    var count = i == 0 ? (small ? 4 : 10) : (small ? 1 : 2);
                    return LampLight.of(given.get(i), count, casters, scene.strands(), center, radius, size);
                })
                .toArray(LampLight[]::new);
        clock.lap(RenderStage.SHADOW);
        var sky = SkyLight.of(
                casters, mesh, center, radius, small ? 128 : 192, small ? 18 : 40, hair(scene, center, radius));
        clock.lap(RenderStage.SKY);
        return new LightMaps(
                lamps, sky, scene.lighting().skyTop(), scene.lighting().skyBottom());
    }

    private static List<HairShadow> hair(Scene scene, float[] center, float radius) {
        if (scene.strands().stream().noneMatch(Strands::castsShadow)) {
            return List.of();
        }
        return List.of(ABOVE, BEFORE).parallelStream()
                .map(d -> HairShadow.of(scene.strands(), new Beam(d[0], d[1], d[2], center, radius * .75f, 128)))
                .toList();
    }
}
