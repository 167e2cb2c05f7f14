package doppel.actor;

import java.util.ArrayList;
import java.util.List;

/** A number that rests, moves smoothly to another value, and rests again: how a head, a gaze or a lamp moves. */
final class Track {

    private record Move(double start, double seconds, double to) {}

    private final double first;
    private final List<Move> moves = new ArrayList<>();

    /**
     * @param first value before the first move
     */
    Track(double first) {
        this.first = first;
    }

    /**
     * Adds a move; moves come in the order of time and do not overlap.
     *
     * @param start in seconds
     * @param seconds how long it takes, above 0
     * @param to value from then on
     */
    void move(double start, double seconds, double to) {
        if (!moves.isEmpty() && start < last().start + last().seconds - 1e-9) {
            throw new IllegalArgumentException("a move at %.3f s begins before the last one ends, at %.3f s"
                    .formatted(start, last().start + last().seconds));
        }
        moves.add(new Move(start, seconds, to));
    }

    double at(double seconds) {
        var low = 0;
        var high = moves.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (moves.get(middle).start <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return first;
        }
        var move = moves.get(low - 1);
        var from = low == 1 ? first : moves.get(low - 2).to;
        return from + (move.to - from) * smooth((seconds - move.start) / move.seconds);
    }

    /** 0 to 1 with neither speed nor acceleration at the ends. */
    static double smooth(double share) {
        var t = Math.max(0, Math.min(1, share));
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    private Move last() {
        return moves.get(moves.size() - 1);
    }
}
