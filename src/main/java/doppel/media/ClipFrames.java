package doppel.media;

import doppel.image.Mats;
import doppel.image.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The frames of a clip.
 *
 * <ol>
 *   <li>Read a packet, and remember the time stamp of the frame that it promises.
 *   <li>Send it to the decoder, which gives frames back later and in the order of their stamps.
 *   <li>When a frame comes, every promise of an earlier stamp is broken: a damaged frame.
 *   <li>At the end, so are all promises left, and all frames that the header announced and no packet brought.
 * </ol>
 */
final class ClipFrames implements FrameSource {

    private static final String UNDECODABLE = "its data is damaged: replace the clip, or do without this frame";

    /** Tracks need not end together; what lacks more than this was cut off. */
    private static final double CUT_OFF_SECONDS = 0.5;

    /** More would only keep more frames in memory: what comes after reading is slower. */
    private static final int MOST_THREADS = 4;

    private final ClipFile file;
    private final Clip clip;
    private final AVStream track;
    private final AVCodecContext decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame decoded = avutil.av_frame_alloc();
    private final PictureConverter converter;
    private final PriorityQueue<Long> promised = new PriorityQueue<>();
    private final List<DamagedFrame> damaged = new ArrayList<>();
    private final boolean stamped;
    private final boolean keysOnly;
    private int number;
    private double readSeconds;
    private boolean allRead;
    private boolean ended;

    private ClipFrames(ClipFile file, Clip clip, AVStream track, AVCodecContext decoder, boolean keysOnly)
            throws IOException {
        this.keysOnly = keysOnly;
        this.file = file;
        this.clip = clip;
        this.track = track;
        this.decoder = decoder;
        // AVI says when a frame is decoded, not when it is shown; where the two differ, frames are counted
        this.stamped = !file.context().iformat().name().getString().equals("avi")
                || track.codecpar().video_delay() == 0;
        var upright = clip.rotationDegrees() % 180 == 0;
        this.converter =
                new PictureConverter(upright ? clip.width() : clip.height(), upright ? clip.height() : clip.width());
    }

    /**
     * @param keysOnly whether to leave out all frames that need others to be decoded; those are no damage then
     */
    static ClipFrames open(Path path, boolean keysOnly) throws IOException {
        var file = ClipFile.open(path);
        try {
            var clip = file.clip();
            var track = file.pictures().orElseThrow();
            var codec = avcodec.avcodec_find_decoder(track.codecpar().codec_id());
            if (codec == null || codec.isNull()) {
                throw new IOException(path + " is in a format that cannot be decoded: re-encode it as H.264");
            }
            var decoder = avcodec.avcodec_alloc_context3(codec);
            avcodec.avcodec_parameters_to_context(decoder, track.codecpar());
            decoder.max_pixels(PictureFile.MOST_PIXELS);
            decoder.pkt_timebase(track.time_base());
            decoder.thread_count(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
            Ffmpeg.check(
                    avcodec.avcodec_open2(decoder, codec, (AVDictionary) null),
                    path + " cannot be decoded: re-encode it as H.264");
            return new ClipFrames(file, clip, track, decoder, keysOnly);
        } catch (IOException broken) {
            file.close();
            throw broken;
        }
    }

    @Override
    public Optional<Frame> next() throws IOException {
        while (!ended) {
            var code = avcodec.avcodec_receive_frame(decoder, decoded);
            if (code >= 0) {
                var frame = accept();
                if (frame.isPresent()) {
                    return frame;
                }
            } else if (allRead) {
                end();
            } else {
                // any other code than "send more" belongs to a packet whose promise will be found broken
                send();
            }
        }
        return Optional.empty();
    }

    @Override
    public List<DamagedFrame> damaged() {
        return damaged;
    }

    @Override
    public int estimatedFrames() {
        return clip.frames();
    }

    @Override
    public double framesPerSecond() {
        return clip.framesPerSecond();
    }

    @Override
    public void close() {
        converter.close();
        avutil.av_frame_free(decoded);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(decoder);
        file.close();
    }

    private void send() {
        while (avformat.av_read_frame(file.context(), packet) >= 0) {
            try {
                var base = file.context().streams(packet.stream_index()).time_base();
                var end = Math.max(packet.pts(), packet.dts()) + packet.duration();
                readSeconds = Math.max(readSeconds, ClipFile.seconds(end, base) - file.startSeconds());
                if (packet.stream_index() == track.index() && isWanted()) {
                    if (stamped && isShown()) {
                        promised.add(packet.pts());
                    }
                    var code = avcodec.avcodec_send_packet(decoder, packet);
                    if (!stamped && code < 0) {
                        lose(UNDECODABLE);
                    }
                    return;
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        }
        allRead = true;
        avcodec.avcodec_send_packet(decoder, null);
    }

    private boolean isWanted() {
        return !keysOnly || (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    }

    /** Frames before a cut are not, nor VP8's frames that exist to be copied from. */
    private boolean isShown() {
        var hidden = track.codecpar().codec_id() == avcodec.AV_CODEC_ID_VP8
                && packet.size() > 0
                && (packet.data().get() & 0x10) == 0;
        var cut = (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0;
        return !hidden && !cut && packet.pts() != avutil.AV_NOPTS_VALUE;
    }

    private Optional<Frame> accept() throws IOException {
        var stamp = stamped ? decoded.best_effort_timestamp() : avutil.AV_NOPTS_VALUE;
        while (!promised.isEmpty() && promised.peek() < stamp) {
            promised.remove();
            lose(UNDECODABLE);
        }
        if (!promised.isEmpty() && promised.peek() == stamp) {
            promised.remove();
        }
        if (decoded.decode_error_flags() != 0 || (decoded.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
            lose(UNDECODABLE);
            return Optional.empty();
        }
        var seconds = stamp == avutil.AV_NOPTS_VALUE
                ? number / clip.framesPerSecond()
                : ClipFile.seconds(stamp, track.time_base()) - file.startSeconds();
        if (keysOnly) {
            number = (int) Math.round(seconds * clip.framesPerSecond());
        }
        var frame = new Frame(number, seconds, upright(converter.picture(decoded)), name());
        number++;
        return Optional.of(frame);
    }

    private void end() {
        ended = true;
        if (keysOnly) {
            return;
        }
        while (promised.poll() != null) {
            lose(UNDECODABLE);
        }
        var cutOff = "the clip ends at %.2f s of %.2f s: it was cut off, copy it again"
                .formatted(readSeconds, clip.seconds());
        if (track.nb_frames() > 0 || clip.seconds() - readSeconds > CUT_OFF_SECONDS) {
            while (number < clip.frames()) {
                lose(cutOff);
            }
        }
    }

    private void lose(String reason) {
        damaged.add(new DamagedFrame(number, name(), reason));
        number++;
    }

    private String name() {
        return "%06d".formatted(number);
    }

    private BufferedImage upright(BufferedImage stored) {
        if (clip.rotationDegrees() == 0) {
            return stored;
        }
        try (var scope = new PointerScope()) {
            var turned = new Mat();
            opencv_core.rotate(
                    Mats.of(stored),
                    turned,
                    switch (clip.rotationDegrees()) {
                        case 90 -> opencv_core.ROTATE_90_CLOCKWISE;
                        case 180 -> opencv_core.ROTATE_180;
                        default -> opencv_core.ROTATE_90_COUNTERCLOCKWISE;
                    });
            return Mats.picture(turned);
        }
    }
}
