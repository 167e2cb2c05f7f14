package doppel.swap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.image.Mask;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A network that has learned nothing swaps as one that has, only worse: all that is tested here is around it. */
class FaceSwapperTest {

    private static final SwapOptions OPTIONS = SwapOptions.standard();

    private static FaceFinder finder;
    private static SwapModel model;

    @BeforeAll
    static void open() {
        finder = FaceFinder.open(ModelFiles.in(Path.of("data", "models")), ExtractOptions.crowd());
        model = SwapModel.create(ModelDesign.fast(), 1);
    }

    @AfterAll
    static void close() {
        model.close();
        finder.close();
    }

    @Test
    void theSwapIsTheLastOfTheSteps() {
        var frame = SampleFrames.face();
        var swapper = new FaceSwapper(model, finder, OPTIONS);
        var steps = swapper.steps(frame).orElseThrow();
        assertArrayEquals(bytes(swapper.swap(frame)), bytes(labeled(steps.composite())));
        assertArrayEquals(bytes(swapper.swap(frame, steps.face())), bytes(labeled(steps.composite())));
    }

    @Test
    void eachStepHasTheSizeThatItIsSaidToHave() {
        var steps = new FaceSwapper(model, finder, OPTIONS)
                .steps(SampleFrames.face())
                .orElseThrow();
        assertEquals(64, steps.cut().size());
        assertEquals(64, steps.crop().getWidth());
        assertEquals(64, steps.decoded().getWidth());
        assertEquals(256, steps.matched().getWidth());
        assertEquals(256, steps.mask().width());
        assertEquals(256, steps.blend().own().getWidth());
        assertEquals(SampleFrames.face().getWidth(), steps.composite().getWidth());
    }

    @Test
    void otherOptionsBlendTheSameFaceAsIfItWereSwappedAnew() {
        var frame = SampleFrames.face();
        var steps = new FaceSwapper(model, finder, OPTIONS).steps(frame).orElseThrow();
        var other = OPTIONS.withColor(ColorMatch.HISTOGRAM).withFeather(0.1).withErode(0.05);
        assertArrayEquals(
                bytes(new FaceSwapper(model, finder, other)
                        .steps(frame, steps.face())
                        .composite()),
                bytes(steps.with(other).composite()));
        assertArrayEquals(
                bytes(steps.with(other).composite()),
                bytes(new FaceSwapper(model, finder, OPTIONS)
                        .with(other)
                        .steps(frame, steps.face())
                        .composite()));
        assertFalse(
                Arrays.equals(bytes(steps.composite()), bytes(steps.with(other).composite())));
    }

    @Test
    void defect21_aFrameWithoutAFacePassesAsItIs() {
        var gray = SampleFrames.gray(128, 96);
        var swapper = new FaceSwapper(model, finder, OPTIONS);
        assertSame(gray, swapper.swap(gray));
        assertTrue(swapper.steps(gray).isEmpty());
    }

    /** The book cuts the second face out of a frame in which the first is swapped already. */
    @Test
    void defect23_twoFacesAreBothCutFromTheFrameAsItCame() {
        var face = SampleFrames.face();
        var frame = SampleFrames.paste(
                SampleFrames.paste(SampleFrames.gray(640, 320), face, 320, 0, 0), face, 300, 320, 10);
        var before = bytes(frame).clone();
        var found = finder.find(frame);
        assertEquals(2, found.size());
        var swapper = new FaceSwapper(model, finder, OPTIONS);
        var first = swapper.steps(frame, found.get(0));
        var second = swapper.steps(frame, found.get(1));
        assertArrayEquals(before, bytes(frame));
        assertTrue(inside(first).share() > 0 && inside(second).share() > 0);
        assertEquals(0, inside(first).and(inside(second)).share());
    }

    @Test
    void lookingAtBeforeAndAfterShowsTheSamePlace() {
        var steps = new FaceSwapper(model, finder, OPTIONS)
                .steps(SampleFrames.face())
                .orElseThrow();
        var look = steps.cut().withSize(256);
        assertArrayEquals(bytes(steps.blend().own()), bytes(steps.before(look)));
        var corner = steps.before(look).getRGB(1, 1);
        assertEquals(corner, steps.after(look).getRGB(1, 1));
        assertFalse(Arrays.equals(bytes(steps.before(look)), bytes(steps.after(look))));
    }

    /** Where a swap changed its frame. */
    private static Mask inside(SwapSteps steps) {
        var before = bytes(steps.frame());
        var after = bytes(steps.composite());
        var changed = new byte[before.length / 3];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                changed[i / 3] = (byte) 255;
            }
        }
        return new Mask(steps.frame().getWidth(), steps.frame().getHeight(), changed);
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage labeled(BufferedImage picture) {
        return VisibleLabel.of(Marks.swap(), picture.getWidth(), picture.getHeight())
                .draw(picture);
    }
}
