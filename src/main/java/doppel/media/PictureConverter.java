package doppel.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Turns frames as codecs keep them, brightness apart from color, into pictures, and back.
 *
 * <p>Which mixture of red, green and blue is brightness depends on the standard that the clip follows. Taken for the
 * wrong one, skin turns green or red by a few steps, which a network learns faithfully.
 */
final class PictureConverter implements AutoCloseable {

    /** Without exact rounding every picture would come back two steps darker. */
    private static final int QUALITY = swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INP;

    /** FFmpeg keeps red, green and blue apart here, since its way to mixed bytes turns gray into violet. */
    private static final int PLANES = avutil.AV_PIX_FMT_GBRP;

    /** Where in a pixel of a picture (blue, green, red) the planes green, blue and red belong. */
    private static final int[] PLACES = {1, 0, 2};

    /** From this height on, a clip that does not say is taken for high definition. */
    private static final int HIGH_DEFINITION = 720;

    private static final int NO_CHANGE = 1 << 16;

    private final int width;
    private final int height;
    private final AVFrame planes;
    private final byte[] plane;
    private SwsContext scaler;

    /** For pictures of {@code width} x {@code height} pixels. */
    PictureConverter(int width, int height) throws IOException {
        this.width = width;
        this.height = height;
        this.planes = frame(width, height, PLANES);
        this.plane = new byte[planes.linesize(0) * height];
    }

    /** A native frame with room for its pixels; the caller frees it. */
    static AVFrame frame(int width, int height, int pixelFormat) throws IOException {
        var frame = avutil.av_frame_alloc();
        frame.width(width);
        frame.height(height);
        frame.format(pixelFormat);
        Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "no memory for a frame of %d x %d".formatted(width, height));
        return frame;
    }

    /** The picture in a decoded frame of any size and format. */
    BufferedImage picture(AVFrame decoded) throws IOException {
        convert(decoded, planes);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < PLACES.length; i++) {
            planes.data(i).get(plane);
            for (int y = 0; y < height; y++) {
                var from = y * planes.linesize(i);
                var to = 3 * y * width + PLACES[i];
                for (int x = 0; x < width; x++) {
                    bytes[to + 3 * x] = plane[from + x];
                }
            }
        }
        return picture;
    }

    /** Fills {@code encodable} with a picture, whose last column and row are repeated where it is smaller. */
    void fill(BufferedImage picture, AVFrame encodable) throws IOException {
        var bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < PLACES.length; i++) {
            for (int y = 0; y < height; y++) {
                var from = 3 * Math.min(y, picture.getHeight() - 1) * picture.getWidth() + PLACES[i];
                var to = y * planes.linesize(i);
                for (int x = 0; x < picture.getWidth(); x++) {
                    plane[to + x] = bytes[from + 3 * x];
                }
                for (int x = picture.getWidth(); x < width; x++) {
                    plane[to + x] = plane[to + x - 1];
                }
            }
            planes.data(i).put(plane);
        }
        convert(planes, encodable);
    }

    @Override
    public void close() {
        avutil.av_frame_free(planes);
        swscale.sws_freeContext(scaler);
    }

    private void convert(AVFrame from, AVFrame to) throws IOException {
        scaler = swscale.sws_getCachedContext(
                scaler,
                from.width(),
                from.height(),
                from.format(),
                to.width(),
                to.height(),
                to.format(),
                QUALITY,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || scaler.isNull()) {
            throw new IOException("frames of pixel format %d cannot be converted: re-encode the clip as 8-bit H.264"
                    .formatted(from.format()));
        }
        swscale.sws_setColorspaceDetails(
                scaler, standard(from), fullRange(from), standard(to), fullRange(to), 0, NO_CHANGE, NO_CHANGE);
        Ffmpeg.check(
                swscale.sws_scale(scaler, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize()),
                "a frame cannot be converted");
    }

    private static IntPointer standard(AVFrame frame) {
        var named = frame.colorspace();
        var known = named != avutil.AVCOL_SPC_UNSPECIFIED && named != avutil.AVCOL_SPC_RGB;
        var guess = frame.height() >= HIGH_DEFINITION ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
        return swscale.sws_getCoefficients(known ? named : guess);
    }

    private static int fullRange(AVFrame frame) {
        return frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
    }
}
