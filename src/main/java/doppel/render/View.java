package doppel.render;

/** A camera at the scale of the samples. */
final class View {

    final int side;
    final float focal;
    final float x;
    final float y;
    final float z;

    View(Camera camera) {
        side = camera.size() * Samples.PER_PIXEL;
        focal = (float) (side * camera.focal());
        x = (float) camera.x();
        y = (float) camera.y();
        z = (float) camera.z();
    }

    float nearness(float pz) {
        return 1 / (z - pz);
    }

    float column(float px, float nearness) {
        return side * .5f + (px - x) * focal * nearness;
    }

    float row(float py, float nearness) {
        return side * .5f - (py - y) * focal * nearness;
    }

    /** Half of what the picture shows at z = 0, in dm. */
    float halfWidth() {
        return side * .5f * z / focal;
    }
}
