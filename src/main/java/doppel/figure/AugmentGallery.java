package doppel.figure;

import doppel.dataset.AugmentOptions;
import doppel.dataset.AugmentedFace;
import doppel.dataset.Emphasis;
import doppel.dataset.TrainingFaces;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One step of the augmentation at a time, on one face: as it was extracted, and what a few throws of the dice make of
 * it.
 *
 * <pre>{@code AugmentGallery.of(faces, 3, others, AugmentOptions.faceswap()).moves()}</pre>
 *
 * <p>A row takes its range from the options, turns all other steps off, and sets a chance to 1.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loading of the images; chapter 4 names the steps of faceswap.
 */
public final class AugmentGallery {

    private static final int SIDE = 128;
    private static final int THROWS = 5;
    private static final int MATCHES = 2;

    private final TrainingFaces faces;
    private final int number;
    private final TrainingFaces others;
    private final AugmentOptions options;

    private AugmentGallery(TrainingFaces faces, int number, TrainingFaces others, AugmentOptions options) {
        this.faces = faces;
        this.number = number;
        this.others = others;
        this.options = options;
    }

    /**
     * @param number of the face, from 0
     * @param others faces of the other side, for recoloring and landmarks
     * @param options how far each step may go
     */
    public static AugmentGallery of(TrainingFaces faces, int number, TrainingFaces others, AugmentOptions options) {
        return new AugmentGallery(faces, number, others, options);
    }

    /** Lightness, and red against green and yellow against blue. */
    public Gallery colors() {
        return row(none().withLightness(options.lightness()).withColor(options.color()), AugmentedFace::target);
    }

    /** Evened out, in 2 x 2 to 6 x 6 tiles. */
    public Gallery contrast() {
        return row(none().withContrast(1), AugmentedFace::target);
    }

    /** In the colors of faces of the other side. */
    public Gallery recoloring() {
        return row(none().withRecoloring(1), AugmentedFace::target);
    }

    /** Turned, zoomed and shifted. */
    public Gallery moves() {
        var moves = none().withRotationDegrees(options.rotationDegrees())
                .withZoom(options.zoom())
                .withShift(options.shift());
        return row(moves, AugmentedFace::target);
    }

    /** The face and its mirror image. */
    public Gallery flip() {
        return gallery().with("mirrored", face(none().withFlip(1), 1).target());
    }

    /** The input, bent at random. */
    public Gallery warps() {
        return row(none().withWarp(options.warp()), AugmentedFace::input);
    }

    /** The input, bent to the landmarks of near faces of the other side: all three with their landmarks. */
    public Gallery landmarks() {
        var gallery = Gallery.of().withHeight(SIDE).withColumns(3 * MATCHES);
        for (int seed = 1; seed <= MATCHES; seed++) {
            var face = face(none().withToLandmarks(1), seed);
            var match = face.match().orElseThrow();
            gallery = gallery.with("its landmarks", WarpGallery.dotted(face.target(), match.from(), Ink.YELLOW))
                    .with("a near face's", WarpGallery.dotted(match.picture(), match.to(), Ink.GREEN))
                    .with("bent to them", WarpGallery.dotted(face.input(), match.to(), Ink.GREEN));
        }
        return gallery;
    }

    /** How much each pixel counts, for each emphasis; all in one scale. */
    public Gallery emphasis(Emphasis... choices) {
        var gallery = gallery();
        var weights = IntStream.range(0, choices.length)
                .mapToObj(i -> AugmentedFace.of(faces, number, others, none(), choices[i], 1)
                        .weights())
                .toList();
        var most = weights.stream().mapToDouble(grid -> grid.most()).max().orElse(1);
        for (int i = 0; i < choices.length; i++) {
            gallery = gallery.with(words(choices[i]), Shades.heat(weights.get(i), most));
        }
        return gallery;
    }

    private static String words(Emphasis emphasis) {
        var words = emphasis.masked() ? "eyes +%s, mouth +%s" : "no mask, +%s, +%s";
        return words.formatted(plain(emphasis.eyes()), plain(emphasis.mouth()));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private Gallery row(AugmentOptions step, Function<AugmentedFace, BufferedImage> picture) {
        var gallery = gallery();
        for (int seed = 1; seed <= THROWS; seed++) {
            gallery = gallery.with("seed " + seed, picture.apply(face(step, seed)));
        }
        return gallery;
    }

    private Gallery gallery() {
        return Gallery.of().withHeight(SIDE).withColumns(1 + THROWS).with("as extracted", faces.picture(number));
    }

    private AugmentedFace face(AugmentOptions step, long seed) {
        return AugmentedFace.of(faces, number, others, step, seed);
    }

    private static AugmentOptions none() {
        return AugmentOptions.none();
    }
}
