package doppel.figure;

import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import doppel.mask.FacePart;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The color of each part of the face, the same in every figure. */
final class PartInk {

    private static final Color SKY = new Color(0x56B4E9);

    private PartInk() {}

    static Color of(FacePart part) {
        return switch (part) {
            case EYES -> SKY;
            case BROWS -> Ink.YELLOW;
            case NOSE -> Ink.GREEN;
            case MOUTH -> Ink.PURPLE;
            case JAW -> Color.WHITE;
        };
    }

    /** The part that a landmark belongs to, by its number from 0. */
    static FacePart part(int landmark) {
        return landmark < 17
                ? FacePart.JAW
                : landmark < 27
                        ? FacePart.BROWS
                        : landmark < 36 ? FacePart.NOSE : landmark < 48 ? FacePart.EYES : FacePart.MOUTH;
    }

    /** What a landmark's number should stand away from: the eye or the mouth it belongs to, else the face. */
    static Point middle(Landmarks face, int landmark) {
        return Point.mean(
                switch (part(landmark)) {
                    case EYES -> landmark < 42 ? face.rightEye() : face.leftEye();
                    case MOUTH -> face.mouth();
                    default -> face.points();
                });
    }

    /** The lines that join the landmarks of a part: eyes and lips are closed by repeating their first point. */
    static List<List<Point>> lines(Landmarks face, FacePart part) {
        return switch (part) {
            case EYES -> List.of(closed(face.rightEye()), closed(face.leftEye()));
            case BROWS -> List.of(face.rightBrow(), face.leftBrow());
            case NOSE -> List.of(face.nose().subList(0, 4), face.nose().subList(4, 9));
            case MOUTH -> List.of(closed(face.mouth()), closed(face.innerMouth()));
            case JAW -> List.of(face.jaw());
        };
    }

    private static List<Point> closed(List<Point> points) {
        var round = new ArrayList<>(points);
        round.add(points.get(0));
        return round;
    }
}
