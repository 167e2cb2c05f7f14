package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.render.Camera;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RigTest {

    private static final Camera CAMERA = new Camera(512, 3.7, 0, 7.16, 13.2);
    private static final int NOSE = 30;
    private static final int CHIN = 8;

    @Test
    void aBlinkClosesTheEyesOfEverybody() {
        for (var person : people()) {
            var open = heightOfEye(person, 0);
            var closed = heightOfEye(person, 1);
            assertTrue(open > 2, "open %s pixels".formatted(open));
            assertTrue(closed < .12 * open, "open %s, closed %s pixels".formatted(open, closed));
        }
    }

    @Test
    void lidsStayOutsideOfTheBall() {
        for (var person : people()) {
            for (var blink : new double[] {0, .3, .6, 1}) {
                var head = Rig.pose(person, moment(Map.of("eyeBlinkLeft", blink), 0, 0, 0));
                var lids = Lids.of(true);
                for (int v = 0; v < HeadData.BODY; v++) {
                    if (lids.row(v) >= 1 && lids.row(v) <= 6) {
                        var away = distance(head.fine(), v, head.leftEye().center());
                        assertTrue(
                                away > head.leftEye().radius() - .002,
                                "row %d of %s at blink %s: %s"
                                        .formatted(
                                                lids.row(v),
                                                person.recipe().name(),
                                                blink,
                                                away - head.leftEye().radius()));
                    }
                }
            }
        }
    }

    @Test
    void neutralIsNeutral() {
        var person = Person.of(ActorRecipe.preset("a"));
        var head = Rig.pose(person, Moment.frontal());
        var turned = new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

        assertArrayEquals(turned, head.head(), 1e-9);
        for (int i = 5000; i < 5010; i++) {
            assertEquals(person.shape()[i], head.base()[i], 1e-4);
        }
    }

    @Test
    void yawTurnsTheNoseToTheRightOfThePicture() {
        var person = Person.of(ActorRecipe.preset("b"));
        var front = Landmarks68.project(Rig.pose(person, Moment.frontal()), CAMERA);
        var turned = Landmarks68.project(Rig.pose(person, moment(Map.of(), 30, 0, 0)), CAMERA);

        assertTrue(turned.get(NOSE).x() > front.get(NOSE).x() + 30);
    }

    @Test
    void pitchLowersTheNoseAndRollTipsTheHeadToTheLeft() {
        var person = Person.of(ActorRecipe.preset("b"));
        var front = Landmarks68.project(Rig.pose(person, Moment.frontal()), CAMERA);
        var down = Landmarks68.project(Rig.pose(person, moment(Map.of(), 0, 20, 0)), CAMERA);
        var rolled = Landmarks68.project(Rig.pose(person, moment(Map.of(), 0, 0, 20)), CAMERA);

        assertTrue(down.get(NOSE).y() > front.get(NOSE).y() + 15);
        assertTrue(rolled.get(27).x() < rolled.get(CHIN).x() - 20);
    }

    @Test
    void lipsMeetAtRestAndPartWhenTheJawOpens() {
        for (var person : people()) {
            var rest = Landmarks68.project(Rig.pose(person, Moment.frontal()), CAMERA);
            var open = Landmarks68.project(Rig.pose(person, moment(Map.of("jawOpen", .5), 0, 0, 0)), CAMERA);
            assertEquals(0, rest.get(66).y() - rest.get(62).y(), 1.5);
            assertTrue(open.get(66).y() - open.get(62).y() > 8);
        }
    }

    @Test
    void theSameMomentGivesTheSameNumbers() {
        var moment = moment(Map.of("jawOpen", .4, "mouthSmileLeft", .5), 20, 5, -3);
        var one = Rig.pose(Person.of(ActorRecipe.preset("c")), moment);
        var two = Rig.pose(Person.of(ActorRecipe.preset("c")), moment);

        assertArrayEquals(one.fine(), two.fine());
    }

    @Test
    void aWornFaceLiesWhereTheFaceOfTheHeadLay() {
        var head = Person.of(ActorRecipe.preset("b"));
        var face = Person.of(ActorRecipe.preset("a"));
        var worn = head.wearing(face);

        var fine = FineMesh.body().refine(head.shape());
        var mixed = FineMesh.body().refine(worn.shape());
        var weights = FineMesh.body().weights(Region.FACE);
        var changed = 0.0;
        for (int i = 0; i < weights.length; i++) {
            var moved = Math.abs(fine[3 * i] - mixed[3 * i]) + Math.abs(fine[3 * i + 1] - mixed[3 * i + 1]);
            changed = Math.max(changed, moved);
            if (weights[i] == 0) {
                assertEquals(0, moved, 1e-5);
            }
        }
        assertTrue(changed > .02);
        assertEquals(head.leftEye().center()[0], worn.leftEye().center()[0], .06);
    }

    static Moment moment(Map<String, Double> expression, double yaw, double pitch, double roll) {
        return new Moment(0, expression, yaw, pitch, roll, 0, 0, Moment.Light.portrait());
    }

    private static List<Person> people() {
        return List.of(
                Person.of(ActorRecipe.preset("a")),
                Person.of(ActorRecipe.preset("b")),
                Person.of(ActorRecipe.preset("c")),
                Person.of(ActorRecipe.random(3)),
                Person.of(ActorRecipe.random(4)));
    }

    /** The mean height of both eyes' openings, in pixels. */
    private static double heightOfEye(Person person, double blink) {
        var moment = moment(Map.of("eyeBlinkLeft", blink, "eyeBlinkRight", blink), 0, 0, 0);
        var points = Landmarks68.project(Rig.pose(person, moment), CAMERA);
        var sum = 0.0;
        for (int[] pair : new int[][] {{37, 41}, {38, 40}, {43, 47}, {44, 46}}) {
            sum += Math.max(0, points.get(pair[1]).y() - points.get(pair[0]).y()) / 4;
        }
        return sum;
    }

    private static double distance(float[] positions, int v, double[] center) {
        var x = positions[3 * v] - center[0];
        var y = positions[3 * v + 1] - center[1];
        var z = positions[3 * v + 2] - center[2];
        return Math.sqrt(x * x + y * y + z * z);
    }
}
