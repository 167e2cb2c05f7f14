/**
 * Pictures and soft masks: reading them safely, cutting and pasting them through a similarity, their colors.
 *
 * <p>In: files and {@link java.awt.image.BufferedImage}s, treated as read-only. Out: new pictures. Every picture made
 * here has the type {@code TYPE_3BYTE_BGR}: one byte a channel in the order blue, green, red, 0 to 255. A
 * {@link doppel.image.Mask} has one channel.
 *
 * <p>OpenCV works behind these classes; its {@code Mat} crosses package borders only through
 * {@link doppel.image.Mats}.
 *
 * <p>Book: chapter 5 (warp and mask) and chapter 7 (the way back).
 */
package doppel.image;
