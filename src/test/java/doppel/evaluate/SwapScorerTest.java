package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFinder;
import doppel.extract.FaceFolder;
import doppel.identity.IdentityRecognizer;
import doppel.landmark.Landmarks;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores a network that has learned nothing on rendered frames whose truth is known. */
class SwapScorerTest {

    private static final Path SAMPLES = Path.of("data", "samples");
    private static final SwapOptions OPTIONS = SwapOptions.standard();

    @TempDir
    private static Path temporary;

    private static FaceFolder a;
    private static FaceFolder b;
    private static FaceFinder finder;
    private static IdentityRecognizer recognizer;
    private static SwapModel model;
    private static List<TruthFrame> held;

    @BeforeAll
    static void extract() throws IOException {
        var models = ModelFiles.in(Path.of("data", "models"));
        a = faces(models, "actor-a", 24);
        b = faces(models, "actor-b", 24);
        finder = FaceFinder.open(models, ExtractOptions.standard());
        recognizer = IdentityRecognizer.open(models);
        model = SwapModel.create(ModelDesign.fast(), 1);
        held = TruthSet.ofPictures(SAMPLES.resolve("held/held.jsonl")).frames();
    }

    @AfterAll
    static void close() {
        model.close();
        recognizer.close();
        finder.close();
    }

    @Test
    void aNetworkThatKnowsNothingIsWorseThanNoSwap() throws IOException {
        var set = scorer(a, b).score(new TruthSet(held.subList(0, 2)));
        assertEquals(2, set.frames().size());
        assertEquals(24.1, set.mean().psnrNoSwap(), 0.5);
        assertTrue(set.mean().psnr() < set.mean().psnrNoSwap() - 2, set.mean().toString());
        assertTrue(set.mean().ssim() < set.mean().ssimNoSwap() - 0.2, set.mean().toString());
        assertTrue(set.mean().psnrWarpPaste() > set.mean().psnr(), set.mean().toString());
    }

    @Test
    void theSwapStandsInTheTargetAndNowhereElse() throws IOException {
        var scored =
                scorer(a, b).score(new TruthSet(held.subList(0, 1))).frames().get(0);
        assertEquals(scored.frame().target().getRGB(2, 2), scored.swap().getRGB(2, 2));
        var inside = Psnr.inside(
                scored.swap(), scored.frame().target(), scored.frame().mask());
        assertTrue(inside < 30, "the face changed by " + inside + " dB only");
    }

    @Test
    void aFrameWithoutAFaceIsListedAndNotCounted() throws IOException {
        var frames = new ArrayList<>(held.subList(0, 1));
        var gray = Pictures.flat(256, 90);
        frames.add(new TruthFrame("gray frame", gray, gray, Pictures.everywhere(256)));
        var set = scorer(a, b).score(new TruthSet(frames));
        assertEquals(1, set.frames().size());
        assertEquals(List.of("gray frame"), set.missed());
    }

    @Test
    void thePastedFaceLooksLikePersonA() throws IOException {
        var target = held.get(0).target();
        var face = finder.find(target).get(0);
        var pasted = new WarpPaste(a, OPTIONS).paste(target, face);
        var whom = recognizer.of(pasted, face.landmarks());
        var likeA = whom.cosine(recognizer.of(a.picture(a.faces().get(0)), inPicture(a)));
        var before = recognizer.of(target, face.landmarks());
        var likeABefore = before.cosine(recognizer.of(a.picture(a.faces().get(0)), inPicture(a)));
        assertTrue(likeA > likeABefore + 0.1, likeABefore + " before, " + likeA + " after");
    }

    @Test
    void aFolderWithoutAFaceIsRefused() throws IOException {
        var empty = Files.createDirectories(temporary.resolve("empty"));
        Files.copy(a.path().resolve("source.json"), empty.resolve("source.json"));
        var nobody = FaceFolder.open(empty);
        var paste = assertThrows(IllegalArgumentException.class, () -> new WarpPaste(nobody, OPTIONS));
        assertEquals(empty + " holds no face to paste: extract person A's clip first", paste.getMessage());
        var compare = assertThrows(IllegalArgumentException.class, () -> scorer(a, nobody));
        assertEquals(empty + " holds no face to compare with: extract the person's clip first", compare.getMessage());
    }

    private static Landmarks inPicture(FaceFolder folder) {
        var face = folder.faces().get(0);
        return new Landmarks(face.toFaceUnits()
                .then(folder.crop().fromFaceUnits())
                .apply(face.landmarks().points()));
    }

    private static SwapScorer scorer(FaceFolder a, FaceFolder b) throws IOException {
        return new SwapScorer(finder, recognizer, new FaceSwapper(model, finder, OPTIONS), OPTIONS, a, b);
    }

    private static FaceFolder faces(ModelFiles models, String person, int everyNth) throws IOException {
        return new FaceExtractor(models)
                .extract(
                        SAMPLES.resolve(person + ".mp4"),
                        person,
                        temporary.resolve(person),
                        ExtractOptions.standard().withEveryNth(everyNth),
                        step -> {});
    }
}
