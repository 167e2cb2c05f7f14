package doppel.media;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/**
 * Sound of any format to AAC at 48 kHz, one or two channels.
 *
 * <p>Samples are counted from the first one's time stamp. Where the source lacks some, or they do not decode, silence
 * takes their place: otherwise all that follows would be early.
 */
final class SoundEncoder implements AutoCloseable {

    private static final int RATE = 48_000;
    private static final int BITS_PER_CHANNEL = 96_000;

    /** Stamps are rounded by their containers; a gap is more than that. */
    private static final double GAP_SECONDS = 0.05;

    /** At once: a wrong stamp must not fill the memory. */
    private static final int MOST_SILENCE_SECONDS = 60;

    private final double startSeconds;
    private final Mp4Container container;
    private final AVRational sourceTick;
    private final AVRational tick = avutil.av_make_q(1, RATE);
    private final AVCodecContext decoder;
    private final AVCodecContext encoder;
    private final AVStream track;
    private final SwrContext resampler = swresample.swr_alloc();
    private final AVAudioFifo samples;
    private final AVFrame decoded = avutil.av_frame_alloc();
    private final AVFrame resampled = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private long received = Long.MIN_VALUE; // samples of the source, counted from the clip's start
    private long sent; // samples of the clip

    /**
     * @param from the source's track
     * @param startSeconds the time stamp at which the source starts
     */
    SoundEncoder(AVStream from, double startSeconds, Mp4Container container) throws IOException {
        this.startSeconds = startSeconds;
        this.container = container;
        this.sourceTick = from.time_base();
        var codec = avcodec.avcodec_find_decoder(from.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new IOException("the sound is in a format that cannot be decoded: leave it out, or re-encode it");
        }
        decoder = avcodec.avcodec_alloc_context3(codec);
        avcodec.avcodec_parameters_to_context(decoder, from.codecpar());
        decoder.pkt_timebase(sourceTick);
        open(decoder, codec, "the sound cannot be decoded: leave it out, or re-encode it");

        var aac = avcodec.avcodec_find_encoder_by_name("aac");
        var channels = Math.max(1, Math.min(2, from.codecpar().ch_layout().nb_channels()));
        encoder = avcodec.avcodec_alloc_context3(aac);
        encoder.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        encoder.sample_rate(RATE);
        encoder.time_base(tick);
        encoder.bit_rate((long) channels * BITS_PER_CHANNEL);
        encoder.flags(avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        avutil.av_channel_layout_default(encoder.ch_layout(), channels);
        open(encoder, aac, "no AAC for this sound");
        samples = avutil.av_audio_fifo_alloc(avutil.AV_SAMPLE_FMT_FLTP, channels, encoder.frame_size());
        track = container.newTrack(tick);
        avcodec.avcodec_parameters_from_context(track.codecpar(), encoder);
    }

    AVStream track() {
        return track;
    }

    /** Takes a packet of the source. */
    void write(AVPacket source) throws IOException {
        avcodec.avcodec_send_packet(decoder, source);
        decode();
    }

    void finish() throws IOException {
        avcodec.avcodec_send_packet(decoder, null);
        decode();
        if (received != Long.MIN_VALUE) {
            resample(null);
        }
        encode(1);
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, null), "the last sound cannot be encoded");
        drain();
    }

    @Override
    public void close() {
        avutil.av_audio_fifo_free(samples);
        swresample.swr_free(resampler);
        avutil.av_frame_free(decoded);
        avutil.av_frame_free(resampled);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(decoder);
        avcodec.avcodec_free_context(encoder);
    }

    private static void open(AVCodecContext context, AVCodec codec, String fault) throws IOException {
        Ffmpeg.check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), fault);
    }

    private void decode() throws IOException {
        while (avcodec.avcodec_receive_frame(decoder, decoded) >= 0) {
            var rate = decoded.sample_rate();
            var stamp = decoded.best_effort_timestamp();
            var seconds = ClipFile.seconds(stamp, sourceTick) - startSeconds;
            if (received == Long.MIN_VALUE) {
                var first = stamp == avutil.AV_NOPTS_VALUE ? 0 : Math.max(0, seconds);
                received = Math.round(first * rate);
                sent = Math.round(first * RATE);
            }
            var gap = Math.round(seconds * rate) - received;
            if (stamp != avutil.AV_NOPTS_VALUE && gap > GAP_SECONDS * rate) {
                var silence = (int) Math.min(gap, (long) MOST_SILENCE_SECONDS * rate);
                Ffmpeg.check(swresample.swr_inject_silence(resampler, silence), "no memory for silence");
                received += silence;
            }
            if (decoded.ch_layout().order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
                avutil.av_channel_layout_default(
                        decoded.ch_layout(), decoded.ch_layout().nb_channels());
            }
            received += decoded.nb_samples();
            resample(decoded);
            encode(encoder.frame_size());
        }
    }

    private void resample(AVFrame from) throws IOException {
        prepare(resampled);
        Ffmpeg.check(
                swresample.swr_convert_frame(resampler, resampled, from),
                "the sound changes its format and cannot be converted: leave it out, or re-encode it");
        avutil.av_audio_fifo_write(samples, resampled.extended_data(), resampled.nb_samples());
        avutil.av_frame_unref(resampled);
    }

    /** Encodes whole frames while at least {@code least} samples wait. */
    private void encode(int least) throws IOException {
        while (avutil.av_audio_fifo_size(samples) >= least) {
            prepare(resampled);
            resampled.nb_samples(Math.min(encoder.frame_size(), avutil.av_audio_fifo_size(samples)));
            Ffmpeg.check(avutil.av_frame_get_buffer(resampled, 0), "no memory for sound");
            avutil.av_audio_fifo_read(samples, resampled.extended_data(), resampled.nb_samples());
            resampled.pts(sent);
            sent += resampled.nb_samples();
            Ffmpeg.check(avcodec.avcodec_send_frame(encoder, resampled), "the sound cannot be encoded");
            avutil.av_frame_unref(resampled);
            drain();
        }
    }

    private void prepare(AVFrame frame) {
        frame.format(avutil.AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(RATE);
        avutil.av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
    }

    private void drain() throws IOException {
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            container.write(packet, tick, track);
        }
    }
}
