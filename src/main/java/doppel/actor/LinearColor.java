package doppel.actor;

/** Colors as light adds up, from colors as screens number them. */
final class LinearColor {

    private LinearColor() {}

    /**
     * Linear red, green and blue, 0 to 1.
     *
     * @param hex such as {@code #d8a68a}, in sRGB
     * @throws IllegalArgumentException if it is no such color
     */
    static float[] of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a color is written like #d8a68a, got \"%s\"".formatted(hex));
        }
        var color = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * channel, 3 + 2 * channel), 16) / 255.0;
            color[channel] = (float) (value <= .04045 ? value / 12.92 : StrictMath.pow((value + .055) / 1.055, 2.4));
        }
        return color;
    }
}
