package doppel.provenance;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The words in the bottom right corner that tell people what they are looking at.
 *
 * <p>White letters on a dark translucent pill are readable on any background; capitals are 1/24 of the short side
 * high, 1/48 on rendered actors, who can be taken for nobody, and at least 9 pixels where the picture is wide enough. The letters are OpenCV's strokes, so that a machine
 * without fonts labels too. Made once for a size, then drawn on any number of pictures.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker", on deception.
 */
public final class VisibleLabel {

    /** Capitals in the short side of a picture. */
    private static final double SHARE = 24;

    private static final double ACTOR_SHARE = 48;
    private static final double LEAST_LETTER = 9;
    private static final int FONT = opencv_imgproc.FONT_HERSHEY_DUPLEX;

    /** Height of a capital at scale 1, in pixels. */
    private static final double FONT_CAPITAL = 22;

    /** The strokes are drawn larger and averaged down, which smooths them. */
    private static final int FINE = 4;

    /** How much of the picture the pill hides. */
    private static final double SHADE = 0.62;

    private final int width;
    private final int height;
    private final int left;
    private final int top;
    private final int pillWidth;

    /** For each pixel under the pill: the share of the picture that stays, and the white that comes on top. */
    private final float[] keep;

    private final float[] add;

    private VisibleLabel(int width, int height, int left, int top, Mask pill, Mask letters) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.pillWidth = pill.width();
        this.keep = new float[pill.width() * pill.height()];
        this.add = new float[keep.length];
        for (int i = 0; i < keep.length; i++) {
            var light = letters.at(i % pillWidth, i / pillWidth);
            keep[i] = (float) ((1 - SHADE * pill.at(i % pillWidth, i / pillWidth)) * (1 - light));
            add[i] = (float) (255 * light);
        }
    }

    /** The label of {@code marks} for pictures of {@code width} x {@code height} pixels. */
    public static VisibleLabel of(Marks marks, int width, int height) {
        var share = marks.sourceType() == SourceType.DIGITAL_CREATION ? ACTOR_SHARE : SHARE;
        var letter = Math.max(Math.min(width, height) / share, LEAST_LETTER);
        try (var scope = new PointerScope()) {
            var baseline = new int[1];
            var unit = opencv_imgproc.getTextSize(marks.label(), FONT, 1, 1, baseline);
            var unitWidth = unit.width() / FONT_CAPITAL;
            // a margin of half a letter, the pill's ends of 0.8, in widths of a capital's height
            var inLetters = 2 * 0.5 + 2 * 0.8 + unitWidth;
            letter = Math.min(letter, Math.min(width / inLetters, height / 3.0));

            // rounded down, so that they fit
            var pillWidth = Math.max(1, (int) Math.floor(letter * (1.6 + unitWidth)));
            var pillHeight = Math.max(1, (int) Math.round(letter * 2));
            var margin = (int) Math.floor(letter * 0.5);
            return new VisibleLabel(
                    width,
                    height,
                    width - margin - pillWidth,
                    height - margin - pillHeight,
                    pill(pillWidth, pillHeight),
                    letters(marks.label(), letter, pillWidth, pillHeight));
        }
    }

    /**
     * @return a labeled copy of {@code picture}
     * @throws IllegalArgumentException if the picture has another size than this label was made for
     */
    public BufferedImage draw(BufferedImage picture) {
        if (picture.getWidth() != width || picture.getHeight() != height) {
            throw new IllegalArgumentException("this label is made for pictures of %d x %d, got %d x %d"
                    .formatted(width, height, picture.getWidth(), picture.getHeight()));
        }
        var labeled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var to = ((DataBufferByte) labeled.getRaster().getDataBuffer()).getData();
        var from = ((DataBufferByte) Mats.bgr(picture).getRaster().getDataBuffer()).getData();
        System.arraycopy(from, 0, to, 0, to.length);
        for (int i = 0; i < keep.length; i++) {
            var at = 3 * ((top + i / pillWidth) * width + left + i % pillWidth);
            for (int channel = at; channel < at + 3; channel++) {
                to[channel] = (byte) ((to[channel] & 255) * keep[i] + add[i] + 0.5f);
            }
        }
        return labeled;
    }

    private static Mask pill(int width, int height) {
        var fine = new Mat(height * FINE, width * FINE, opencv_core.CV_8UC1, Scalar.all(0));
        var radius = height * FINE / 2;
        var right = Math.max(radius, width * FINE - radius);
        opencv_imgproc.rectangle(fine, new Rect(radius, 0, right - radius, height * FINE), Scalar.all(255), -1, 8, 0);
        opencv_imgproc.circle(fine, new Point(radius, radius), radius, Scalar.all(255), -1, 8, 0);
        opencv_imgproc.circle(fine, new Point(right, radius), radius, Scalar.all(255), -1, 8, 0);
        return smaller(fine, width, height);
    }

    private static Mask letters(String text, double letter, int width, int height) {
        var fine = new Mat(height * FINE, width * FINE, opencv_core.CV_8UC1, Scalar.all(0));
        var start = new Point((int) Math.round(0.8 * letter * FINE), (int) Math.round(1.5 * letter * FINE));
        var thickness = Math.max(1, (int) Math.round(letter * FINE / 9));
        opencv_imgproc.putText(
                fine,
                text,
                start,
                FONT,
                letter * FINE / FONT_CAPITAL,
                Scalar.all(255),
                thickness,
                opencv_imgproc.LINE_AA,
                false);
        return smaller(fine, width, height);
    }

    private static Mask smaller(Mat fine, int width, int height) {
        var small = new Mat();
        opencv_imgproc.resize(fine, small, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
        return Mats.mask(small);
    }
}
