/**
 * A small renderer for portraits: triangles, strands, three lamps and a sky, on any processor.
 *
 * <p>In: a {@link doppel.render.Scene} of surfaces and strands in decimetres. Out: a {@link doppel.render.Rendering} with the
 * picture and, for each pixel, what it shows. The same scene gives the same bytes on every machine and with any number
 * of threads: sines and powers come from {@link StrictMath} or from tables made with it.
 *
 * <p>Book: chapter 3, "Sourcing data": here the people in the data are rendered.
 */
package doppel.render;
