/**
 * Figures of the chapters: pictures and charts drawn from the values of the library.
 *
 * <p>In: frames, faces, masks, losses, whatever a chapter talks about. Out: one picture, or one chart, ready to be looked
 * at in a notebook. A is blue and B is vermilion in all of them, and every axis has its unit.
 *
 * <p>Book: the figures of chapters 3 to 7.
 */
package doppel.figure;
