package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.render.Strands;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceGrowthTest {

    private static final int SIZE = 256;
    private static final Person PERSON = Looks.man(ActorRecipe.Style.CROPPED, ActorRecipe.Beard.FULL);

    @Test
    void browsStandOnTheFaceThatASwapReplaces() {
        var brows = (BoundGrowth) BrowGrower.grow(PERSON, SIZE);
        var skin = NeutralSkin.of(PERSON);
        var weight = new float[1];
        double sum = 0;
        for (var root : brows.roots()) {
            skin.blend(skin.mesh().weights(Region.FACE), 1, root, weight);
            sum += weight[0];
        }
        assertTrue(sum / brows.roots().length > .9, "mean weight " + sum / brows.roots().length);
    }

    @Test
    void browsLieAlongTheBrowLandmarks() {
        var head = Rig.pose(PERSON, Moment.frontal());
        var brows = BrowGrower.grow(PERSON, SIZE).pose(head);
        double lowest = Double.MAX_VALUE;
        double highest = -Double.MAX_VALUE;
        for (int i = 17; i < 27; i++) {
            lowest = Math.min(lowest, Landmarks68.place(head.fine(), i)[1]);
            highest = Math.max(highest, Landmarks68.place(head.fine(), i)[1]);
        }
        double mean = mean(brows, 1);
        assertTrue(mean > lowest && mean < highest, mean + " is not between " + lowest + " and " + highest);
        assertEquals(0, mean(brows, 0), .05);
    }

    @Test
    void browsRiseWithTheBrows() {
        var growth = BrowGrower.grow(PERSON, SIZE);
        var raised = growth.pose(posed(Map.of("browInnerUp", .7, "browOuterUpLeft", .7, "browOuterUpRight", .7)));
        assertTrue(mean(raised, 1) > mean(growth.pose(posed(Map.of())), 1) + .02);
    }

    @Test
    void upperLashesPointDownWhenTheLidsClose() {
        var growth = LashGrower.grow(PERSON, SIZE);
        var open = growth.pose(posed(Map.of()));
        var shut = growth.pose(posed(Map.of("eyeBlinkLeft", 1.0, "eyeBlinkRight", 1.0)));
        assertTrue(rise(open) > 0, "open " + rise(open));
        assertTrue(rise(shut) < 0, "shut " + rise(shut));
    }

    @Test
    void aShavenManHasNoBeardAndABeardIsBelowTheNose() {
        assertTrue(BeardGrower.grow(Looks.woman(ActorRecipe.Style.CURLY), SIZE).isEmpty());
        var beard = BeardGrower.grow(PERSON, SIZE).orElseThrow().pose(posed(Map.of()));
        int high = 0;
        for (int hair = 0; hair < beard.count(); hair++) {
            int root = 3 * beard.starts()[hair];
            boolean isMiddle = Math.abs(beard.points()[root]) < .3f;
            high += isMiddle
                            && beard.points()[root + 1]
                                    > Landmarks68.place(posed(Map.of()).fine(), 30)[1]
                    ? 1
                    : 0;
        }
        assertEquals(0, high);
    }

    private static PosedHead posed(Map<String, Double> expression) {
        return Rig.pose(PERSON, new Moment(0, expression, 0, 0, 0, 0, 0, Moment.Light.portrait()));
    }

    /** How much tips are above roots, in the mean over the longer lashes: the upper ones. */
    private static double rise(Strands lashes) {
        double sum = 0;
        int count = 0;
        for (int lash = 0; lash < lashes.count(); lash++) {
            int root = 3 * lashes.starts()[lash];
            int tip = 3 * lashes.starts()[lash + 1] - 3;
            double y = lashes.points()[tip + 1] - lashes.points()[root + 1];
            double z = lashes.points()[tip + 2] - lashes.points()[root + 2];
            if (y * y + z * z > .035 * .035) {
                sum += y;
                count++;
            }
        }
        return sum / count;
    }

    private static double mean(Strands strands, int axis) {
        double sum = 0;
        for (int i = axis; i < strands.points().length; i += 3) {
            sum += strands.points()[i];
        }
        return 3 * sum / strands.points().length;
    }
}
