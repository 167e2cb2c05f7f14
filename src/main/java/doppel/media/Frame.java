package doppel.media;

import java.awt.image.BufferedImage;

/**
 * One picture of a clip.
 *
 * <p>Book: chapter 5, "Getting image files from a video".
 *
 * @param number place in the clip, from 0; damaged frames count, so that a number means one frame for good
 * @param seconds when it is shown, from the start of the clip
 * @param picture upright, {@code TYPE_3BYTE_BGR}, read-only
 * @param name the file's name in a folder of pictures, six digits in a clip
 */
public record Frame(int number, double seconds, BufferedImage picture, String name) {}
