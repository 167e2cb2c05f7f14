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
        if (hex == null || !hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(
                    "a color is # and six digits 0 to 9 and a to f, got \"%s\"; try #d8a68a".formatted(hex));
        }
        var color = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            var level = Integer.parseInt(hex.substring(1 + 2 * channel, 3 + 2 * channel), 16);
            color[channel] = LightTable.light((byte) level);
        }
        return color;
    }
}
