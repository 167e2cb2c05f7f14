package doppel.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Pictures to H.264, in the form that every browser plays: 8 bits, 4:2:0, no frame that refers to a later one.
 *
 * <p>Cisco's encoder, because the usual one (x264) is under the GPL.
 */
final class PictureEncoder implements AutoCloseable {

    /** A tick in which 24, 25, 30, 60 and their television neighbors 23.976, 29.97 and 59.94 are whole numbers. */
    private static final int TICKS_PER_SECOND = 120_000;

    private static final int KEY_FRAME_SECONDS = 2;

    private final Mp4Container container;
    private final AVRational tick = avutil.av_make_q(1, TICKS_PER_SECOND);
    private final AVStream track;
    private final AVCodecContext encoder;
    private final AVFrame frame;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final PictureConverter converter;
    private long lastStamp = -1;
    private long lastDuration;

    PictureEncoder(ClipFormat format, Mp4Container container) throws IOException {
        this.container = container;
        this.lastDuration = Math.max(1, Math.round(TICKS_PER_SECOND / format.framesPerSecond()));
        var codec = avcodec.avcodec_find_encoder_by_name("libopenh264");
        if (codec == null || codec.isNull()) {
            throw new IOException("this FFmpeg has no H.264 encoder: run bash environment/workbench setup");
        }
        encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(format.evenWidth());
        encoder.height(format.evenHeight());
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        encoder.time_base(tick);
        encoder.framerate(avutil.av_d2q(format.framesPerSecond(), TICKS_PER_SECOND));
        encoder.gop_size((int) Math.max(1, Math.round(KEY_FRAME_SECONDS * format.framesPerSecond())));
        encoder.bit_rate(format.bitsPerSecond());
        encoder.color_range(avutil.AVCOL_RANGE_MPEG);
        encoder.colorspace(avutil.AVCOL_SPC_BT709);
        encoder.color_primaries(avutil.AVCOL_PRI_BT709);
        encoder.color_trc(avutil.AVCOL_TRC_BT709);
        encoder.flags(avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        var options = new AVDictionary(null);
        avutil.av_dict_set(options, "profile", "high", 0);
        try {
            Ffmpeg.check(
                    avcodec.avcodec_open2(encoder, codec, options),
                    "no H.264 for %d x %d at %s frames a second"
                            .formatted(format.width(), format.height(), format.framesPerSecond()));
        } finally {
            avutil.av_dict_free(options);
        }
        track = container.newTrack(tick);
        avcodec.avcodec_parameters_from_context(track.codecpar(), encoder);
        converter = new PictureConverter(format.evenWidth(), format.evenHeight());
        frame = PictureConverter.frame(format.evenWidth(), format.evenHeight(), avutil.AV_PIX_FMT_YUV420P);
        frame.colorspace(avutil.AVCOL_SPC_BT709);
        frame.color_range(avutil.AVCOL_RANGE_MPEG);
    }

    /**
     * @param picture of the format's size, {@code TYPE_3BYTE_BGR}
     * @param seconds when it is shown, 0 or later; moved on by one tick if it is not after the last one
     */
    void write(BufferedImage picture, double seconds) throws IOException {
        Ffmpeg.check(avutil.av_frame_make_writable(frame), "no memory for a frame");
        converter.fill(picture, frame);
        var stamp = Math.max(lastStamp + 1, Math.round(seconds * TICKS_PER_SECOND));
        if (lastStamp >= 0) {
            lastDuration = stamp - lastStamp;
        }
        lastStamp = stamp;
        frame.pts(stamp);
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "a frame cannot be encoded");
        drain();
    }

    void finish() throws IOException {
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, null), "the last frames cannot be encoded");
        drain();
    }

    /** When the last frame has been shown: it lasts as long as the one before it. */
    double endSeconds() {
        return (lastStamp + lastDuration) / (double) TICKS_PER_SECOND;
    }

    @Override
    public void close() {
        converter.close();
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
    }

    private void drain() throws IOException {
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            packet.duration(lastDuration);
            container.write(packet, tick, track);
        }
    }
}
