package doppel.actor;

import doppel.geometry.Point;
import doppel.render.Camera;
import doppel.render.RenderClock;
import doppel.render.Renderer;
import doppel.render.Scene;
import doppel.render.Strands;
import doppel.render.Surface;
import doppel.render.Texture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A synthetic person, cast and made up, who can be photographed at any moment and in any light.
 *
 * <p>Casting shapes the head, paints the skin and grows the hair once; each {@link #shoot} then only poses and renders.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class Actor implements Sitter {

    private static final int SIZE = 512;
    private static final int CLAY_SIDE = 16;
    private static final Growth NO_HAIR = new RigidGrowth(
            new Strands(new float[0], new int[] {0}, new float[0], 0, 0, Part.HAIR.number(), true, false));

    private static final double FOCAL = 3.7;
    private static final double CAMERA_HEIGHT = 7.16;
    private static final double CAMERA_DISTANCE = 13.2;

    private final Person person;
    private final Texture skin;
    private final List<Growth> onFace;
    private final Growth hair;
    private final Camera camera;
    private final float[] backdrop;

    private Actor(Person person, Texture skin, List<Growth> onFace, Growth hair, Camera camera, float[] backdrop) {
        this.person = person;
        this.skin = skin;
        this.onFace = List.copyOf(onFace);
        this.hair = hair;
        this.camera = camera;
        this.backdrop = backdrop;
    }

    /**
     * Casts a person for pictures of 512 x 512 pixels.
     *
     * @param recipe who: {@link ActorRecipe#preset}, {@link Casting#adult}, or your own
     */
    public static Actor cast(ActorRecipe recipe) {
        return cast(recipe, SIZE);
    }

    /**
     * Casts a person.
     *
     * @param recipe who
     * @param size pixels a side of the pictures, 16 to 4096: finer pictures get finer skin and more hairs
     */
    public static Actor cast(ActorRecipe recipe, int size) {
        var camera = new Camera(size, FOCAL, 0, CAMERA_HEIGHT, CAMERA_DISTANCE);
        var person = Person.of(recipe);
        return new Actor(
                person,
                SkinPainter.paint(person, size),
                onFace(person, size),
                HairGrower.grow(person, size),
                camera,
                Backdrop.paint(recipe.room(), recipe.seed(), size));
    }

    /**
     * The exact answer of a swap: the face of {@code face} on this head, in this skin tone, with this hair, these clothes
     * and this room. The face is placed by the alignment that swaps use.
     *
     * @param face cast for pictures of the same size
     * @throws IllegalArgumentException if it was cast for another size
     */
    public Actor wearing(Actor face) {
        if (face.camera.size() != camera.size()) {
            throw new IllegalArgumentException("%s was cast for %d pixels and %s for %d: cast both for one size"
                    .formatted(face.recipe().name(), face.camera.size(), recipe().name(), camera.size()));
        }
        var worn = person.wearing(face.person);
        return new Actor(worn, SkinSwap.wear(face.skin, skin), onFace(worn, camera.size()), hair, camera, backdrop);
    }

    /** The shape alone, in gray clay. */
    Actor inClay() {
        var texels = CLAY_SIDE * CLAY_SIDE;
        var gray = new float[3 * texels];
        var matte = new float[texels];
        Arrays.fill(gray, .4f);
        Arrays.fill(matte, .2f);
        var clay = new Texture(CLAY_SIDE, CLAY_SIDE, gray, new float[texels], matte, new float[texels]);
        return new Actor(person, clay, List.of(), NO_HAIR, camera, backdrop);
    }

    /** Painted, without a hair. */
    Actor shorn() {
        return new Actor(person, skin, List.of(), NO_HAIR, camera, backdrop);
    }

    /** Corners of the quads of the head's mesh, posed and seen by the camera: four points each. */
    List<Point> wires(Moment moment) {
        var base = Rig.pose(person, moment).base();
        return Arrays.stream(HeadData.load().quads("body"))
                .mapToObj(v -> camera.project(base[3 * v], base[3 * v + 1], base[3 * v + 2]))
                .toList();
    }

    /** Brows, lashes and beard, which belong to the face and go with it. */
    private static List<Growth> onFace(Person person, int size) {
        var growths = new ArrayList<Growth>();
        growths.add(BrowGrower.grow(person, size));
        growths.add(LashGrower.grow(person, size));
        BeardGrower.grow(person, size).ifPresent(growths::add);
        return growths;
    }

    /** Who this is. */
    public ActorRecipe recipe() {
        return person.recipe();
    }

    @Override
    public Shot shoot(Moment moment) {
        return shoot(moment, new RenderClock());
    }

    /** {@link #shoot(Moment)} that also books the time of each stage. */
    Shot shoot(Moment moment, RenderClock clock) {
        var head = Rig.pose(person, moment);
        var surfaces = new ArrayList<Surface>();
        surfaces.add(head.skin(skin));
        surfaces.addAll(head.inside());
        var strands = new ArrayList<Strands>();
        onFace.forEach(growth -> strands.add(growth.pose(head)));
        strands.add(hair.pose(head));
        var scene = new Scene(camera, surfaces, strands, StudioLight.of(moment.light()), backdrop);
        var rendering = Renderer.render(scene, clock);
        return new Shot(
                rendering.picture(),
                rendering.parts(),
                rendering.face(),
                Landmarks68.project(head, camera),
                DensePoints.project(head, camera),
                moment);
    }
}
