package doppel.figure;

import doppel.detect.DetectedFace;
import doppel.geometry.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The answers of the detector at a threshold: kept ones in yellow, the others gray. The detector need not run again when
 * the threshold moves.
 *
 * <p>Book: chapter 5, the extractor's smallest confidence.
 *
 * @param frame that was searched
 * @param answers found with a low {@code minScore}
 */
public record DetectorFigure(BufferedImage frame, List<DetectedFace> answers) {

    private static final int SIDE = 480;
    private static final Color DROPPED = new Color(0xB9BEC5);

    public DetectorFigure {
        answers = List.copyOf(answers);
    }

    /** How many answers have this score or a better one. */
    public long kept(double minScore) {
        return answers.stream().filter(face -> face.score() >= minScore).count();
    }

    public BufferedImage draw(double minScore) {
        var overlay = Overlay.on(frame).enlargedTo(SIDE);
        for (var face : answers) {
            var kept = face.score() >= minScore;
            Box box = face.box().clampTo(frame.getWidth(), frame.getHeight());
            overlay = overlay.box(box, "%.2f".formatted(face.score()), kept ? Ink.YELLOW : DROPPED);
            overlay = kept ? overlay.points(face.points(), Ink.GREEN) : overlay;
        }
        return Caption.below(
                overlay.draw(), "minScore %.2f keeps %d of %d".formatted(minScore, kept(minScore), answers.size()));
    }
}
