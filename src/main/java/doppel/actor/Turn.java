package doppel.actor;

/**
 * A rigid motion in space: turns, then shifts.
 *
 * @param m three rows of four: turning in the first three columns, shift in the last
 */
record Turn(double[] m) {

    static Turn none() {
        return new Turn(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
    }

    /** Tilts by roll, then nods by pitch, then turns by yaw, all about the origin. */
    static Turn head(double yawDegrees, double pitchDegrees, double rollDegrees) {
        var cy = StrictMath.cos(StrictMath.toRadians(yawDegrees));
        var sy = StrictMath.sin(StrictMath.toRadians(yawDegrees));
        var cp = StrictMath.cos(StrictMath.toRadians(pitchDegrees));
        var sp = StrictMath.sin(StrictMath.toRadians(pitchDegrees));
        var cr = StrictMath.cos(StrictMath.toRadians(rollDegrees));
        var sr = StrictMath.sin(StrictMath.toRadians(rollDegrees));
        var yaw = new Turn(new double[] {cy, 0, sy, 0, 0, 1, 0, 0, -sy, 0, cy, 0});
        var pitch = new Turn(new double[] {1, 0, 0, 0, 0, cp, -sp, 0, 0, sp, cp, 0});
        var roll = new Turn(new double[] {cr, -sr, 0, 0, sr, cr, 0, 0, 0, 0, 1, 0});
        return yaw.after(pitch).after(roll);
    }

    /** This turning done only by {@code share}, about the same axis. */
    Turn partly(double share) {
        var cosine = Math.max(-1, Math.min(1, (m[0] + m[5] + m[10] - 1) / 2));
        var angle = StrictMath.acos(cosine);
        var x = m[9] - m[6];
        var y = m[2] - m[8];
        var z = m[4] - m[1];
        var length = Math.sqrt(x * x + y * y + z * z);
        if (length < 1e-9) {
            return none();
        }
        x /= length;
        y /= length;
        z /= length;
        var c = StrictMath.cos(share * angle);
        var s = StrictMath.sin(share * angle);
        var d = 1 - c;
        return new Turn(new double[] {
            c + x * x * d,
            x * y * d - z * s,
            x * z * d + y * s,
            0,
            y * x * d + z * s,
            c + y * y * d,
            y * z * d - x * s,
            0,
            z * x * d - y * s,
            z * y * d + x * s,
            c + z * z * d,
            0
        });
    }

    /** Turns about {@code from}, which then goes to {@code to}. */
    Turn about(double[] from, double[] to) {
        var moved = new Turn(m.clone());
        var at = direction(from);
        for (int axis = 0; axis < 3; axis++) {
            moved.m[4 * axis + 3] = to[axis] - at[axis];
        }
        return moved;
    }

    /** First {@code earlier}, then this. */
    Turn after(Turn earlier) {
        var product = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                var sum = column == 3 ? m[4 * row + 3] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += m[4 * row + k] * earlier.m[4 * k + column];
                }
                product[4 * row + column] = sum;
            }
        }
        return new Turn(product);
    }

    double[] point(double[] p) {
        var out = direction(p);
        for (int axis = 0; axis < 3; axis++) {
            out[axis] += m[4 * axis + 3];
        }
        return out;
    }

    double[] direction(double[] d) {
        var out = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = m[4 * axis] * d[0] + m[4 * axis + 1] * d[1] + m[4 * axis + 2] * d[2];
        }
        return out;
    }
}
