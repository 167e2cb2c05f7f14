package doppel.dataset;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import doppel.geometry.Similarity;

/**
 * The part of a stored face that is kept in memory: the training crop and a margin around it.
 *
 * <p>There are as many pixels as were stored. They are resampled once, when a batch is made, by the transform that
 * crops, turns and shifts at the same time; the margin gives the turned corners and the bent edges real pixels.
 *
 * @param stored how the face was stored
 * @param crop what the network learns from
 * @param left of the window, pixels of the stored face
 * @param top of the window, pixels of the stored face
 * @param width of the window, pixels
 * @param height of the window, pixels
 * @param fromCrop from pixels of the crop to pixels of the window
 */
record CropWindow(CropOptions stored, CropOptions crop, int left, int top, int width, int height, Similarity fromCrop) {

    /** On every side, as a share of the crop: enough for all of {@link AugmentOptions#quick()}. */
    private static final double MARGIN = 1.0 / 8;

    static CropWindow of(CropOptions stored, CropOptions crop) {
        var toStored = crop.fromFaceUnits().inverse().then(stored.fromFaceUnits());
        var near = toStored.apply(new Point(-MARGIN, -MARGIN).times(crop.size()));
        var far = toStored.apply(new Point(1 + MARGIN, 1 + MARGIN).times(crop.size()));
        var left = clamp(Math.floor(near.x()), stored);
        var top = clamp(Math.floor(near.y()), stored);
        return new CropWindow(
                stored,
                crop,
                left,
                top,
                clamp(Math.ceil(far.x()), stored) - left,
                clamp(Math.ceil(far.y()), stored) - top,
                toStored.then(Similarity.shifting(-left, -top)));
    }

    /** The margin in whole pixels of the crop. */
    int margin() {
        return (int) (MARGIN * crop.size());
    }

    private static int clamp(double place, CropOptions stored) {
        return (int) Math.max(0, Math.min(place, stored.size()));
    }
}
