package doppel.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Carries the sound of the source into the clip, in step with the pictures.
 *
 * <p>AAC and MP3 go over packet by packet, untouched; anything else becomes AAC, which every browser plays.
 */
final class SoundTrack implements AutoCloseable {

    private final ClipFile source;
    private final AVStream from;
    private final Mp4Container container;
    private final AVStream to;
    private final Optional<SoundEncoder> encoder; // none where packets are copied
    private final AVPacket packet = avcodec.av_packet_alloc();
    private boolean waiting;

    /**
     * @throws IOException if the file cannot be opened or has no sound
     */
    SoundTrack(Path file, Mp4Container container) throws IOException {
        this.container = container;
        source = ClipFile.open(file);
        try {
            from = source.sound()
                    .orElseThrow(
                            () -> new IOException(file + " has no sound: leave it out, or name the file that has"));
            if (mp4Takes(from.codecpar().codec_id())) {
                encoder = Optional.empty();
                to = container.newTrack(from.time_base());
                avcodec.avcodec_parameters_copy(to.codecpar(), from.codecpar());
                to.codecpar().codec_tag(0); // the old container's name for the format
            } else {
                encoder = Optional.of(new SoundEncoder(from, source.startSeconds(), container));
                to = encoder.get().track();
            }
        } catch (IOException broken) {
            source.close();
            throw broken;
        }
    }

    /** Takes over what is heard before {@code seconds}. */
    void carryUntil(double seconds) throws IOException {
        while (waiting || readNext()) {
            waiting = stampSeconds() >= seconds;
            if (waiting) {
                return;
            }
            if (encoder.isPresent()) {
                encoder.get().write(packet);
            } else {
                copy();
            }
            avcodec.av_packet_unref(packet);
        }
    }

    /**
     * Takes over the rest: all of it, unless the source's pictures go on too, because only a part of them is swapped.
     *
     * @param endSeconds when the last written picture has been shown
     */
    void finish(double endSeconds) throws IOException {
        var goesOn = false;
        if (source.pictures().isPresent()) {
            var clip = source.clip();
            goesOn = clip.seconds() > endSeconds + 1.5 / clip.framesPerSecond();
        }
        carryUntil(goesOn ? endSeconds : ClipFile.MOST_SECONDS);
        if (encoder.isPresent()) {
            encoder.get().finish();
        }
    }

    @Override
    public void close() {
        encoder.ifPresent(SoundEncoder::close);
        avcodec.av_packet_free(packet);
        source.close();
    }

    private static boolean mp4Takes(int format) {
        return format == avcodec.AV_CODEC_ID_AAC || format == avcodec.AV_CODEC_ID_MP3;
    }

    private boolean readNext() {
        while (avformat.av_read_frame(source.context(), packet) >= 0) {
            if (packet.stream_index() == from.index() && stamp() != avutil.AV_NOPTS_VALUE) {
                return true;
            }
            avcodec.av_packet_unref(packet);
        }
        return false;
    }

    private void copy() throws IOException {
        var start = Math.round(source.startSeconds() / ClipFile.seconds(1, from.time_base()));
        var decode = packet.dts() == avutil.AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        packet.pts(stamp() - start);
        packet.dts(decode - start);
        container.write(packet, from.time_base(), to);
    }

    private double stampSeconds() {
        return ClipFile.seconds(stamp(), from.time_base()) - source.startSeconds();
    }

    private long stamp() {
        return packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    }
}
