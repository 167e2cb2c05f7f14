package doppel.swap;

import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Keeps the shading of the new face and takes the colors of its rim from the frame:
 *
 * <ol>
 *   <li>outside of the mask the picture is the reference;
 *   <li>on the mask's rim the new face is as far off as it is: that difference is known;
 *   <li>inside, the difference is stretched between the rims as a soap film, and added.
 * </ol>
 *
 * <p>Nothing can be seen at the edge then, but a rim in shadow or full of hair colors the cheeks.
 *
 * <p>Source: P. Pérez, M. Gangnet, A. Blake, "Poisson image editing", SIGGRAPH 2003, equation 7.
 */
final class SeamlessMatch {

    private SeamlessMatch() {}

    static BufferedImage apply(BufferedImage face, BufferedImage reference, int[] inside) {
        var width = face.getWidth();
        var height = face.getHeight();
        var ours = pixels(face);
        var theirs = pixels(reference);
        var film = new SoapFilm(width, height, inside);
        var result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pixels = pixels(result);
        System.arraycopy(theirs, 0, pixels, 0, pixels.length);
        for (int channel = 0; channel < 3; channel++) {
            var difference = new float[width * height];
            for (var pixel : inside) {
                var at = 3 * pixel + channel;
                difference[pixel] = (theirs[at] & 255) - (ours[at] & 255);
            }
            film.stretch(difference);
            for (var pixel : inside) {
                var at = 3 * pixel + channel;
                var sum = Math.round((ours[at] & 255) + difference[pixel]);
                pixels[at] = (byte) Math.max(0, Math.min(255, sum));
            }
        }
        return result;
    }

    private static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) Mats.bgr(picture).getRaster().getDataBuffer()).getData();
    }
}
