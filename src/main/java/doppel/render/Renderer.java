package doppel.render;

import java.util.List;

/**
 * Makes a picture of a scene.
 *
 * <ol>
 *   <li>Shadows: depth maps as the lamps and the sky see the scene.
 *   <li>Visibility: which triangle each of four samples a pixel shows.
 *   <li>Shading: the light that each sample gets and mirrors.
 *   <li>Scattering: light spreads under the skin.
 *   <li>Hair: strands are lit and drawn over it, those in front first.
 *   <li>Film: tone curve and grain, parts and face mask.
 * </ol>
 *
 * <p>The work is shared by the threads of the common pool; the bytes do not depend on how many there are.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class Renderer {

    private Renderer() {}

    /** The picture of a scene and what its pixels show. */
    public static Rendering render(Scene scene) {
        return render(scene, new RenderClock());
    }

    /** {@link #render(Scene)} that also books the time of each stage. */
    public static Rendering render(Scene scene, RenderClock clock) {
        clock.start();
        var view = new View(scene.camera());
        var mesh = new Mesh(scene.surfaces());
        var light = LightMaps.of(scene, new Mesh(casters(scene)), mesh, view, clock);
        var samples = Rasterizer.draw(mesh, view);
        clock.lap(RenderStage.VISIBILITY);
        var layers = SurfaceShading.shade(mesh, view, samples, light);
        clock.lap(RenderStage.SHADING);
        Scattering.spread(samples, layers, view);
        clock.lap(RenderStage.SCATTERING);
        var points = new HairPoints(scene.strands(), view, new HairShading(samples, view, light));
        var hair = HairPainter.draw(samples, scene.strands(), points);
        clock.lap(RenderStage.HAIR);
        var rendering = Film.develop(scene, mesh, samples, layers, hair);
        clock.lap(RenderStage.FILM);
        return rendering;
    }

    /** An eye lies in its socket: it shades nothing but itself. */
    private static List<Surface> casters(Scene scene) {
        return scene.surfaces().stream()
                .filter(surface -> !(surface.material() instanceof Material.Eyeball))
                .toList();
    }
}
