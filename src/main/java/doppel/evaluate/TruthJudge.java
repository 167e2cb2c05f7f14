package doppel.evaluate;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.extract.FaceFolder;
import doppel.extract.FoundFace;
import doppel.identity.Identity;
import doppel.identity.IdentityRecognizer;
import doppel.model.SwapModel;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores one network after the other against the rendered truth, fast: all that does not depend on the network is done
 * once.
 *
 * <p>{@link SwapScorer} tells everything about one swap; this tells little about hundreds.
 */
public final class TruthJudge implements AutoCloseable {

    private final FaceFinder finder;
    private final IdentityRecognizer recognizer;
    private final List<Case> truth;
    private final List<Case> held;
    private final List<Identity> truths = new ArrayList<>();
    private final Identity a;
    private final Identity b;

    /** A frame and the face that is painted over in it. */
    private record Case(TruthFrame frame, FoundFace face) {}

    /** How near one swap comes, pixel by pixel and edge by edge. */
    private record Likeness(double psnr, double ssim) {}

    /** Cosines of one swap's face. */
    private record Looks(double toTruth, double toA, double toB) {}

    private TruthJudge(
            FaceFinder finder, IdentityRecognizer recognizer, TruthSet truth, TruthSet held, FaceFolder a, FaceFolder b)
            throws IOException {
        this.finder = finder;
        this.recognizer = recognizer;
        this.truth = found(finder, truth);
        this.held = found(finder, held);
        for (var one : this.truth) {
            truths.add(recognizer.of(one.frame().truth(), one.face().landmarks()));
        }
        this.a = PersonIdentity.of(a, recognizer);
        this.b = PersonIdentity.of(b, recognizer);
    }

    /**
     * @param truth frames of the target clip; those in which no face is found are left out
     * @param held frames that no clip contains
     * @param a all faces of the person whom the swaps shall show
     * @param b all faces of the person who is painted over
     * @throws IllegalArgumentException if no face is found in any frame of a set, or a folder holds none
     * @throws IllegalStateException if a model file is missing; says what to do
     * @throws IOException if a picture is missing or damaged
     */
    public static TruthJudge open(ModelFiles models, TruthSet truth, TruthSet held, FaceFolder a, FaceFolder b)
            throws IOException {
        var finder = FaceFinder.open(models, ExtractOptions.standard());
        var recognizer = IdentityRecognizer.open(models);
        try {
            return new TruthJudge(finder, recognizer, truth, held, a, b);
        } catch (IOException | RuntimeException fault) {
            recognizer.close();
            finder.close();
            throw fault;
        }
    }

    /** How near this network's swaps come; it is left open. */
    public TruthScores score(SwapModel model) {
        var swapper = new FaceSwapper(model, finder, SwapOptions.standard());
        var near = new ArrayList<Likeness>();
        var looks = new ArrayList<Looks>();
        for (int i = 0; i < truth.size(); i++) {
            var swap = swap(swapper, truth.get(i));
            near.add(likeness(swap, truth.get(i).frame()));
            var whom = recognizer.of(swap, truth.get(i).face().landmarks());
            looks.add(new Looks(whom.cosine(truths.get(i)), whom.cosine(a), whom.cosine(b)));
        }
        var heldNear = held.stream()
                .map(one -> likeness(swap(swapper, one), one.frame()))
                .toList();
        return new TruthScores(
                Spread.of(near.stream().mapToDouble(Likeness::psnr)),
                Spread.of(near.stream().mapToDouble(Likeness::ssim)),
                Spread.of(looks.stream().mapToDouble(Looks::toTruth)),
                Spread.of(looks.stream().mapToDouble(Looks::toA)),
                (double) looks.stream().filter(one -> one.toA() > one.toB()).count() / looks.size(),
                Spread.of(heldNear.stream().mapToDouble(Likeness::psnr)),
                Spread.of(heldNear.stream().mapToDouble(Likeness::ssim)));
    }

    @Override
    public void close() {
        recognizer.close();
        finder.close();
    }

    private static BufferedImage swap(FaceSwapper swapper, Case one) {
        return swapper.steps(one.frame().target(), one.face()).composite();
    }

    private static Likeness likeness(BufferedImage swap, TruthFrame frame) {
        return new Likeness(frame.psnr(swap), Ssim.inside(swap, frame.truth(), frame.mask()));
    }

    private static List<Case> found(FaceFinder finder, TruthSet set) {
        var cases = new ArrayList<Case>();
        for (var frame : set.frames()) {
            finder.find(frame.target()).stream().findFirst().ifPresent(face -> cases.add(new Case(frame, face)));
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no face was found in any of the %d truth frames: take others"
                    .formatted(set.frames().size()));
        }
        return List.copyOf(cases);
    }
}
