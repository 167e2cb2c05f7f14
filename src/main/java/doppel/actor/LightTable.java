package doppel.actor;

/** Between the numbers of a picture and the light that they stand for, where blur and exposure are honest. */
final class LightTable {

    private static final int STEPS = 1 << 14;
    private static final float[] LIGHT = new float[256];
    private static final byte[] LEVEL = new byte[STEPS + 1];

    static {
        for (int i = 0; i < LIGHT.length; i++) {
            var level = i / 255.0;
            LIGHT[i] = (float) (level <= .04045 ? level / 12.92 : StrictMath.pow((level + .055) / 1.055, 2.4));
        }
        for (int i = 0; i <= STEPS; i++) {
            var light = i / (double) STEPS;
            var level = light <= .0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - .055;
            LEVEL[i] = (byte) Math.round(255 * level);
        }
    }

    private LightTable() {}

    /** Linear light of a byte of a picture. */
    static float light(byte level) {
        return LIGHT[level & 255];
    }

    /** The byte for linear light; beyond 0 and 1 it is cut. */
    static byte level(float light) {
        return LEVEL[Math.round(STEPS * Math.max(0, Math.min(1, light)))];
    }
}
