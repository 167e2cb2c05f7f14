/**
 * Who is this? A face as 512 numbers, so that two faces can be compared.
 *
 * <p>In: a frame and 68 landmarks. Out: an {@link doppel.identity.Identity}. It sorts the faces of several people in
 * one clip, and later says whether a swap looks more like one person or the other.
 *
 * <p>Book: chapter 4, sorting faces; beyond the book for the measure of a swap.
 */
package doppel.identity;
