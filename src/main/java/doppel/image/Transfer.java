package doppel.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How much light a number in a picture stands for.
 *
 * <p>Pictures spend their 256 numbers where the eye is keen, in the shadows, so twice the number is far more than twice
 * the light. Clips of different cameras may use different curves; a set of faces should use one.
 *
 * <p>Book: chapter 3, "Improving your data", linear color. Source: IEC 61966-2-1 (sRGB), ITU-R BT.709-6.
 */
public enum Transfer {
    /** numbers in proportion to the light: for computing, not for storing */
    LINEAR {
        @Override
        public double encode(double light) {
            return light;
        }

        @Override
        public double decode(double number) {
            return number;
        }
    },
    /** screens and photographs */
    SRGB {
        @Override
        public double encode(double light) {
            return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        }

        @Override
        public double decode(double number) {
            return number <= 0.04045 ? number / 12.92 : Math.pow((number + 0.055) / 1.055, 2.4);
        }
    },
    /** television and most clips */
    REC_709 {
        @Override
        public double encode(double light) {
            return light < 0.018 ? 4.5 * light : 1.099 * Math.pow(light, 0.45) - 0.099;
        }

        @Override
        public double decode(double number) {
            return number < 4.5 * 0.018 ? number / 4.5 : Math.pow((number + 0.099) / 1.099, 1 / 0.45);
        }
    },
    /** a logarithm, as film cameras record it in one form or another: flat and pale until it is converted */
    LOG {
        @Override
        public double encode(double light) {
            return Math.log1p(LOG_STEEPNESS * light) / Math.log1p(LOG_STEEPNESS);
        }

        @Override
        public double decode(double number) {
            return Math.expm1(number * Math.log1p(LOG_STEEPNESS)) / LOG_STEEPNESS;
        }
    };

    private static final double LOG_STEEPNESS = 255;

    /**
     * @param light 0 to 1
     * @return number, 0 to 1
     */
    public abstract double encode(double light);

    /**
     * @param number 0 to 1
     * @return light, 0 to 1
     */
    public abstract double decode(double number);

    /** A picture of this curve with the numbers that the other curve has for the same light. */
    public BufferedImage convert(BufferedImage picture, Transfer to) {
        var table = new byte[256];
        for (int number = 0; number < table.length; number++) {
            table[number] = (byte) Math.round(255 * to.encode(decode(number / 255.0)));
        }
        var from = bytes(Mats.bgr(picture));
        var converted = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var into = bytes(converted);
        for (int i = 0; i < from.length; i++) {
            into[i] = table[from[i] & 255];
        }
        return converted;
    }

    /**
     * A smaller picture: every block of {@code factor x factor} pixels becomes the pixel that sends out the same light.
     *
     * @param picture of this curve; {@link #LINEAR} averages the numbers as they are, as most programs do
     */
    public BufferedImage shrink(BufferedImage picture, int factor) {
        if (factor < 1 || factor > Math.min(picture.getWidth(), picture.getHeight())) {
            throw new IllegalArgumentException(
                    "factor must be 1 to the picture's shorter side, got " + factor + "; try 4");
        }
        var width = picture.getWidth() / factor;
        var height = picture.getHeight() / factor;
        var small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var from = bytes(Mats.bgr(picture));
        var into = bytes(small);
        for (int i = 0; i < into.length; i++) {
            var x = i / 3 % width * factor;
            var y = i / 3 / width * factor;
            double light = 0;
            for (int block = 0; block < factor * factor; block++) {
                var pixel = (y + block / factor) * picture.getWidth() + x + block % factor;
                light += decode((from[3 * pixel + i % 3] & 255) / 255.0);
            }
            into[i] = (byte) Math.round(255 * encode(light / (factor * factor)));
        }
        return small;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
