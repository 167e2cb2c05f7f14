/**
 * Points, boxes and the one transform that this book turns on: the similarity.
 *
 * <p>In: coordinates. Out: coordinates. Nothing here knows of pictures.
 *
 * <p>Coordinates are continuous: the origin is the top left <em>corner</em> of the top left pixel, x grows to the
 * right, y grows downwards, and the center of that first pixel is (0.5, 0.5). So changing the size of a picture is
 * plain multiplication.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the aligner.
 */
package doppel.geometry;
