package doppel.actor;

import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/** Does to good pictures what careless filming does. */
final class Spoiler {

    private Spoiler() {}

    /**
     * The camera or the head moved while the shutter was open.
     *
     * @param dx pixels to the right from the first moment to the last
     * @param dy pixels downwards
     */
    static BufferedImage moved(BufferedImage picture, double dx, double dy) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var sum = new float[3 * width * height];
        var samples = (int) Math.max(2, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
        for (int i = 0; i < samples; i++) {
            var share = (i + .5) / samples - .5;
            var x = (int) Math.round(dx * share);
            var y = (int) Math.round(dy * share);
            add(pixels(picture), width, height, x, y, sum);
        }
        var result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var bytes = pixels(result);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = LightTable.level(sum[i] / samples);
        }
        return result;
    }

    /**
     * Another exposure: beyond what the film holds, light is lost for good; in little light the sensor is noisy.
     *
     * @param factor on the light: .04 is a dark room, 4 is far too bright
     */
    static BufferedImage exposed(BufferedImage picture, double factor, double noise, long seed) {
        var random = new SplittableRandom(seed);
        var from = pixels(picture);
        var result = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var to = pixels(result);
        for (int i = 0; i < to.length; i++) {
            var grain = noise * (random.nextDouble() + random.nextDouble() - 1);
            to[i] = LightTable.level((float) (LightTable.light(from[i]) * factor + grain));
        }
        return result;
    }

    /** A picture in front of another, where the mask is. */
    static BufferedImage before(BufferedImage front, Mask mask, BufferedImage behind) {
        var result = new BufferedImage(behind.getWidth(), behind.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var to = pixels(result);
        var over = pixels(front);
        var under = pixels(behind);
        var covers = mask.bytes();
        for (int i = 0; i < to.length; i++) {
            var share = (covers[i / 3] & 255) / 255f;
            var light = LightTable.light(over[i]) * share + LightTable.light(under[i]) * (1 - share);
            to[i] = LightTable.level(light);
        }
        return result;
    }

    /** The picture from elsewhere: nearer, or to the side; beyond its edge, the edge goes on. */
    static BufferedImage seen(BufferedImage picture, Similarity move) {
        return Warp.picture(picture, move, picture.getWidth(), picture.getHeight(), Warp.Outside.EDGE);
    }

    static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) Mats.bgr(picture).getRaster().getDataBuffer()).getData();
    }

    private static void add(byte[] pixels, int width, int height, int dx, int dy, float[] sum) {
        for (int y = 0; y < height; y++) {
            var fromY = Math.max(0, Math.min(height - 1, y - dy));
            for (int x = 0; x < width; x++) {
                var fromX = Math.max(0, Math.min(width - 1, x - dx));
                for (int channel = 0; channel < 3; channel++) {
                    sum[3 * (y * width + x) + channel] +=
                            LightTable.light(pixels[3 * (fromY * width + fromX) + channel]);
                }
            }
        }
    }
}
