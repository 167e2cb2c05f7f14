package doppel.evaluate;

import doppel.extract.FaceFinder;
import doppel.extract.FaceFolder;
import doppel.extract.FoundFace;
import doppel.identity.Identity;
import doppel.identity.IdentityRecognizer;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Swaps the frames of a truth set and scores what comes out:
 *
 * <ol>
 *   <li>find the face in the target frame;
 *   <li>swap it, and paste person A's nearest face over it;
 *   <li>compare both, and the target itself, with the truth;
 *   <li>ask the identity network whom the swapped face looks like.
 * </ol>
 *
 * <p>It borrows finder, recognizer and swapper: whoever opened them closes them.
 */
public final class SwapScorer {

    private final FaceFinder finder;
    private final IdentityRecognizer recognizer;
    private final FaceSwapper swapper;
    private final WarpPaste warpPaste;
    private final Identity a;
    private final Identity b;

    /**
     * @param swapper paints person A over person B
     * @param options of that swapper, for the face that is pasted instead
     * @param a the faces of person A
     * @param b the faces of person B
     * @throws IllegalArgumentException if a folder holds no face
     * @throws IOException if a picture is missing or damaged
     */
    public SwapScorer(
            FaceFinder finder,
            IdentityRecognizer recognizer,
            FaceSwapper swapper,
            SwapOptions options,
            FaceFolder a,
            FaceFolder b)
            throws IOException {
        this.finder = finder;
        this.recognizer = recognizer;
        this.swapper = swapper;
        this.warpPaste = new WarpPaste(a, options);
        this.a = PersonIdentity.of(a, recognizer);
        this.b = PersonIdentity.of(b, recognizer);
    }

    /**
     * @throws IllegalArgumentException if no face is found in any frame
     * @throws IOException if a picture of person A is missing or damaged
     */
    public ScoredSet score(TruthSet truth) throws IOException {
        var scored = new ArrayList<ScoredFrame>();
        var missed = new ArrayList<String>();
        for (var frame : truth.frames()) {
            var found = finder.find(frame.target());
            if (found.isEmpty()) {
                missed.add(frame.name());
            } else {
                scored.add(score(frame, found.get(0)));
            }
        }
        return new ScoredSet(scored, missed);
    }

    private ScoredFrame score(TruthFrame frame, FoundFace face) throws IOException {
        var swap = swapper.steps(frame.target(), face).composite();
        var pasted = warpPaste.paste(frame.target(), face);
        // the swap follows the target's landmarks; finding them anew would measure the finder as well
        var identity = recognizer.of(swap, face.landmarks());
        return ScoredFrame.of(frame, swap, pasted, identity.cosine(a), identity.cosine(b));
    }
}
