package doppel.figure;

/** One thing that an {@link Overlay} draws. */
@FunctionalInterface
interface Layer {

    void draw(Brush brush);
}
