package doppel.landmark;

import doppel.geometry.Point;
import java.util.Arrays;

/**
 * Reads the 68 points in iBUG order off the dense landmarks: a fixed table of indices.
 *
 * <p>Where iBUG's point lies between two points of the net, both stand here and their middle is taken. The table was
 * chosen by anatomy first (corners, tips, edges of the lips), then, among neighbors, by which lies nearest to the mean
 * face on frontal frames; the jaw's points stand at even distances along the net's outer line.
 */
final class IbugTable {

    private static final int[][] DENSE = {
        // jaw: right ear to chin, chin to left ear
        {127},
        {234},
        {93, 132},
        {132, 58},
        {172},
        {136},
        {150, 149},
        {176, 148},
        {152},
        {377, 400},
        {378, 379},
        {365},
        {397},
        {288, 361},
        {361, 323},
        {454},
        {356},
        // right brow from the temple, left brow from the nose
        {70},
        {63},
        {105, 66},
        {65, 107},
        {55},
        {285},
        {295, 336},
        {296, 334},
        {293},
        {300},
        // nose: bridge to tip, then along the nostrils
        {168},
        {6, 197},
        {195, 5},
        {4},
        {59},
        {99},
        {2},
        {328},
        {289},
        // right eye from the outer corner over the upper lid, left eye from the inner corner over the upper lid
        {33},
        {160},
        {158},
        {133, 173},
        {153, 145},
        {144},
        {362, 398},
        {385},
        {387},
        {263},
        {373},
        {374, 380},
        // outer edge of the lips from the right corner over the upper lip, then the inner edge likewise
        {61},
        {39},
        {37},
        {0},
        {267},
        {269},
        {291},
        {405},
        {314},
        {17},
        {84},
        {181},
        {78},
        {82},
        {13},
        {312},
        {308},
        {317},
        {14},
        {87}
    };

    private IbugTable() {}

    static Landmarks read(DenseLandmarks dense) {
        return new Landmarks(Arrays.stream(DENSE)
                .map(indices ->
                        Point.mean(Arrays.stream(indices).mapToObj(dense::point).toList()))
                .toList());
    }
}
