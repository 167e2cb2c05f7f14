package doppel.actor;

/** Somebody before the camera: the same moment gives the same shot, from any thread. */
@FunctionalInterface
public interface Sitter {

    /** The picture of a moment. */
    Shot shoot(Moment moment);
}
