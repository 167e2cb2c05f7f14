package doppel.dataset;

import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * One face, decoded, as small as it can be kept.
 *
 * @param pixels {@code (height, width, 3)} of the window, 8-bit, red green blue, softened by {@link AreaFilter}
 * @param parts {@code (side, side, 3)} of the crop and its margin, 8-bit: how much a pixel belongs to the face, to an
 *     eye, to the mouth
 * @param landmarks x and y of all 68, one after the other, in pixels of the crop
 * @param colors of the skin, inside the mask of the crop
 */
record TrainingFace(byte[] pixels, byte[] parts, float[] landmarks, LabStatistics colors) {

    /**
     * @param name for messages
     * @param picture the stored face
     * @param mask of the stored face, the same size
     * @param landmarks 68, in face units
     * @throws IllegalArgumentException if a size is not the stored one, or no pixel of the crop is in the mask
     */
    static TrainingFace cut(String name, BufferedImage picture, Mask mask, List<Point> landmarks, CropWindow window) {
        requireSize(name, "picture", picture.getWidth(), picture.getHeight(), window);
        requireSize(name, "mask", mask.width(), mask.height(), window);
        var size = window.crop().size();
        var place = new Rect(window.left(), window.top(), window.width(), window.height());
        try (var scope = new PointerScope()) {
            var kept = new Mat();
            opencv_imgproc.cvtColor(new Mat(Mats.of(picture), place), kept, opencv_imgproc.COLOR_BGR2RGB);
            var pixels = new byte[3 * window.width() * window.height()];
            AreaFilter.apply(kept, window.fromCrop().scale()).data().get(pixels);

            var toCrop = window.fromCrop().inverse();
            var keptMask = new Mat(Mats.of(mask), place);
            var crop = Warp.warp(kept, toCrop, size, size, Warp.Outside.EDGE);
            var inside = opencv_core
                    .greaterThan(Warp.warp(keptMask, toCrop, size, size, Warp.Outside.BLACK), 127)
                    .asMat();
            if (opencv_core.countNonZero(inside) == 0) {
                throw new IllegalArgumentException(
                        name + " has an empty mask: leave it out, or extract its clip again");
            }
            return new TrainingFace(
                    pixels,
                    FaceParts.of(keptMask, landmarks, window),
                    numbers(window.crop().fromFaceUnits().apply(landmarks)),
                    LabStatistics.of(crop, inside));
        }
    }

    private static float[] numbers(List<Point> points) {
        var numbers = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            numbers[2 * i] = (float) points.get(i).x();
            numbers[2 * i + 1] = (float) points.get(i).y();
        }
        return numbers;
    }

    private static void requireSize(String name, String what, int width, int height, CropWindow window) {
        var side = window.stored().size();
        if (width != side || height != side) {
            throw new IllegalArgumentException(
                    "the %s of %s is %d x %d, but its faces are stored at %d x %d: extract again"
                            .formatted(what, name, width, height, side, side));
        }
    }
}
