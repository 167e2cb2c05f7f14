package doppel.train;

import java.util.function.DoubleUnaryOperator;

/**
 * Every loss of one side in plain loops over doubles, written from the formulas and slow.
 *
 * <p>Arrays are face after face, then color, row and column, as those of {@link Loss#of}.
 */
final class PlainLosses {

    private static final double[] LIGHTNESS = {0.299, 0.587, 0.114};
    private static final double[] FACTORS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    private static final int[] BINOMIAL = {1, 4, 6, 4, 1};

    private final double[] target;
    private final double[] weights;
    private final int faces;
    private final int size;

    /** @param faces of both sides */
    PlainLosses(double[] target, double[] weights, int faces, int size) {
        this.target = target;
        this.weights = weights;
        this.faces = faces;
        this.size = size;
    }

    double of(LossKind kind, double[] drawn, int side) {
        return near(kind, drawn, drawn, side);
    }

    /** The same, with waves weighed as they are for {@code base}. */
    double near(LossKind kind, double[] drawn, double[] base, int side) {
        return switch (kind) {
            case ABSOLUTE -> color(drawn, side, Math::abs);
            case SQUARED -> color(drawn, side, error -> error * error);
            case LOG_COSH -> color(drawn, side, error -> Math.log(Math.cosh(error)));
            case STRUCTURE -> structure(drawn, side);
            case STRUCTURE_SCALES -> structureScales(drawn, side);
            case GRADIENT -> gradient(drawn, side);
            case LAPLACIAN -> laplacian(drawn, side);
            case FREQUENCY -> frequency(drawn, base, side);
        };
    }

    private double color(double[] drawn, int side, DoubleUnaryOperator error) {
        double sum = 0;
        double all = 0;
        for (int face = first(side); face < first(side + 1); face++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        sum += weight(face, x, y) * error.applyAsDouble(error(drawn, face, channel, x, y));
                        all += weight(face, x, y);
                    }
                }
            }
        }
        return sum / all;
    }

    private double structure(double[] drawn, int side) {
        double sum = 0;
        double all = 0;
        for (int face = first(side); face < first(side + 1); face++) {
            var a = gray(drawn, face);
            var b = gray(target, face);
            for (int y = 5; y < size - 5; y++) {
                for (int x = 5; x < size - 5; x++) {
                    var alike = alike(a, b, x, y);
                    sum += weight(face, x, y) * (1 - alike[0] * alike[1]) / 2;
                    all += weight(face, x, y);
                }
            }
        }
        return sum / all;
    }

    private double structureScales(double[] drawn, int side) {
        var scales = 1;
        for (int halved = size / 2; halved >= 11 && scales < 5; halved /= 2) {
            scales++;
        }
        double product = 1;
        double factors = 0;
        for (int scale = 0; scale < scales; scale++) {
            factors += FACTORS[scale];
        }
        for (int scale = 0; scale < scales; scale++) {
            double sum = 0;
            double all = 0;
            for (int face = first(side); face < first(side + 1); face++) {
                var a = gray(drawn, face);
                var b = gray(target, face);
                var counted = grid(face);
                for (int times = 0; times < scale; times++) {
                    a = halved(a);
                    b = halved(b);
                    counted = halved(counted);
                }
                for (int y = 5; y < a.length - 5; y++) {
                    for (int x = 5; x < a.length - 5; x++) {
                        var alike = alike(a, b, x, y);
                        sum += counted[y][x] * alike[1] * (scale == scales - 1 ? alike[0] : 1);
                        all += counted[y][x];
                    }
                }
            }
            var mean = Math.max(sum / all, 0.01 + 0.009 * sum / all);
            product *= Math.pow(mean, FACTORS[scale] / factors);
        }
        return 1 - product;
    }

    private double gradient(double[] drawn, int side) {
        double sum = 0;
        double all = 0;
        for (int face = first(side); face < first(side + 1); face++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        var here = error(drawn, face, channel, x, y);
                        if (x + 1 < size) {
                            var both = Math.min(weight(face, x, y), weight(face, x + 1, y));
                            sum += both * Math.abs(error(drawn, face, channel, x + 1, y) - here);
                            all += both;
                        }
                        if (y + 1 < size) {
                            var both = Math.min(weight(face, x, y), weight(face, x, y + 1));
                            sum += both * Math.abs(error(drawn, face, channel, x, y + 1) - here);
                            all += both;
                        }
                    }
                }
            }
        }
        return sum / all;
    }

    private double laplacian(double[] drawn, int side) {
        double total = 0;
        for (int level = 0; level < 5; level++) {
            double sum = 0;
            double all = 0;
            for (int face = first(side); face < first(side + 1); face++) {
                for (int channel = 0; channel < 3; channel++) {
                    var rest = new double[size][size];
                    for (int y = 0; y < size; y++) {
                        for (int x = 0; x < size; x++) {
                            rest[y][x] = error(drawn, face, channel, x, y) * Math.min(1, weight(face, x, y));
                        }
                    }
                    var counted = grid(face);
                    for (int times = 0; times < level; times++) {
                        rest = reduced(rest);
                        counted = reduced(counted);
                    }
                    var blurred =
                            level < 4 ? expanded(reduced(rest), rest.length) : new double[rest.length][rest.length];
                    for (int y = 0; y < rest.length; y++) {
                        for (int x = 0; x < rest.length; x++) {
                            sum += counted[y][x] * Math.abs(rest[y][x] - blurred[y][x]);
                            all += counted[y][x];
                        }
                    }
                }
            }
            total += sum / all;
        }
        return total;
    }

    private double frequency(double[] drawn, double[] base, int side) {
        double sum = 0;
        double all = 0;
        for (int face = first(side); face < first(side + 1); face++) {
            for (int channel = 0; channel < 3; channel++) {
                var squares = spectrum(drawn, face, channel);
                var focus = spectrum(base, face, channel);
                double worst = 0;
                for (var square : focus) {
                    worst = Math.max(worst, Math.sqrt(square));
                }
                for (int i = 0; i < squares.length && worst > 0; i++) {
                    sum += Math.sqrt(focus[i]) / worst * squares[i];
                }
            }
            for (int i = 0; i < size * size; i++) {
                all += 3 * weights[face * size * size + i];
            }
        }
        return sum / all;
    }

    /** Squared distances of all waves, without any shortcut. */
    private double[] spectrum(double[] drawn, int face, int channel) {
        var squares = new double[size * size];
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                double real = 0;
                double imaginary = 0;
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        var error = Math.sqrt(weight(face, x, y)) * error(drawn, face, channel, x, y);
                        var angle = -2 * Math.PI * (u * x + v * y) / size;
                        real += error * Math.cos(angle);
                        imaginary += error * Math.sin(angle);
                    }
                }
                squares[v * size + u] = (real * real + imaginary * imaginary) / (size * size);
            }
        }
        return squares;
    }

    /** How alike light and pattern of the window around a pixel are. */
    private static double[] alike(double[][] a, double[][] b, int x, int y) {
        double all = 0;
        double meanA = 0;
        double meanB = 0;
        double squares = 0;
        double product = 0;
        for (int down = -5; down <= 5; down++) {
            for (int across = -5; across <= 5; across++) {
                var near = Math.exp(-(down * down + across * across) / 4.5);
                var p = a[y + down][x + across];
                var q = b[y + down][x + across];
                all += near;
                meanA += near * p;
                meanB += near * q;
                squares += near * (p * p + q * q);
                product += near * p * q;
            }
        }
        meanA /= all;
        meanB /= all;
        var variances = squares / all - meanA * meanA - meanB * meanB;
        var covariance = product / all - meanA * meanB;
        return new double[] {
            (2 * meanA * meanB + 1e-4) / (meanA * meanA + meanB * meanB + 1e-4),
            (2 * covariance + 9e-4) / (variances + 9e-4)
        };
    }

    private static double[][] halved(double[][] grid) {
        var half = new double[grid.length / 2][grid.length / 2];
        for (int y = 0; y < half.length; y++) {
            for (int x = 0; x < half.length; x++) {
                half[y][x] = (grid[2 * y][2 * x]
                                + grid[2 * y][2 * x + 1]
                                + grid[2 * y + 1][2 * x]
                                + grid[2 * y + 1][2 * x + 1])
                        / 4;
            }
        }
        return half;
    }

    private static double[][] reduced(double[][] grid) {
        var half = (grid.length + 1) / 2;
        return mixed(grid, half, (to, from) -> from - 2 * to);
    }

    private static double[][] expanded(double[][] grid, int size) {
        return mixed(grid, size, (to, from) -> 2 * from - to);
    }

    private static double[][] mixed(double[][] grid, int size, java.util.function.IntBinaryOperator distance) {
        var result = new double[size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double sum = 0;
                double all = 0;
                for (int j = 0; j < grid.length; j++) {
                    for (int i = 0; i < grid.length; i++) {
                        var across = Math.abs(distance.applyAsInt(x, i));
                        var down = Math.abs(distance.applyAsInt(y, j));
                        if (across <= 2 && down <= 2) {
                            var near = BINOMIAL[2 + across] * BINOMIAL[2 + down];
                            sum += near * grid[j][i];
                            all += near;
                        }
                    }
                }
                result[y][x] = sum / all;
            }
        }
        return result;
    }

    private double[][] gray(double[] picture, int face) {
        var gray = new double[size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    gray[y][x] += LIGHTNESS[channel] * picture[at(face, channel, x, y)];
                }
                gray[y][x] *= Math.min(1, weight(face, x, y));
            }
        }
        return gray;
    }

    private double[][] grid(int face) {
        var grid = new double[size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                grid[y][x] = weight(face, x, y);
            }
        }
        return grid;
    }

    private int first(int side) {
        return side * faces / 2;
    }

    private double weight(int face, int x, int y) {
        return weights[(face * size + y) * size + x];
    }

    private double error(double[] drawn, int face, int channel, int x, int y) {
        return drawn[at(face, channel, x, y)] - target[at(face, channel, x, y)];
    }

    private int at(int face, int channel, int x, int y) {
        return ((face * 3 + channel) * size + y) * size + x;
    }
}
