package doppel.media;

import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * An opened container: its tracks and what it says about itself, checked before anything is decoded.
 *
 * <p>A clip is the most dangerous file that Doppel opens. So only a regular file gets here, FFmpeg may open nothing
 * besides it, play lists that name other files are no clips, and sizes are capped.
 */
final class ClipFile implements AutoCloseable {

    /** Twelve hours: no clip to swap in, but what a broken header may claim. */
    static final double MOST_SECONDS = 12 * 3600;

    static final int MOST_FRAMES = 1_000_000;

    private static final String CONTAINERS = "mov,matroska,avi,mpegts,mpeg,ogg,flv,asf,gif,wav,mp3,flac,aac";
    private static final String ADVICE = "give a clip as MP4, MOV, MKV, WebM or AVI";

    private final Path file;
    private final AVFormatContext context;

    private ClipFile(Path file, AVFormatContext context) {
        this.file = file;
        this.context = context;
    }

    /**
     * @throws IOException if the file is missing, no clip or sound, or beyond the caps
     */
    static ClipFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist: check the path; Doppel opens files on this machine only");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file: " + ADVICE);
        }
        if (!Files.isReadable(file)) {
            throw new IOException(file + " may not be read: give yourself the right to read it");
        }
        Ffmpeg.silence();
        var context = new AVFormatContext(null);
        var options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        avutil.av_dict_set(options, "max_streams", "32", 0);
        try (var path = new BytePointer(file.toAbsolutePath().toString(), "UTF-8")) {
            // the absolute path starts with no protocol, whatever the file's name looks like
            var code = avformat.avformat_open_input(context, path, (AVInputFormat) null, options);
            Ffmpeg.check(code, file + " is not a clip that Doppel reads, or it is cut off: " + ADVICE);
        } finally {
            avutil.av_dict_free(options);
        }
        var clip = new ClipFile(file, context);
        try {
            clip.check();
            Ffmpeg.check(
                    avformat.avformat_find_stream_info(context, (AVDictionary) null),
                    file + " is damaged at its start: replace it");
            clip.check();
            return clip;
        } catch (IOException broken) {
            clip.close();
            throw broken;
        }
    }

    AVFormatContext context() {
        return context;
    }

    Path file() {
        return file;
    }

    /** The track of pictures. */
    Optional<AVStream> pictures() {
        return best(avutil.AVMEDIA_TYPE_VIDEO);
    }

    /** The track of sound. */
    Optional<AVStream> sound() {
        return best(avutil.AVMEDIA_TYPE_AUDIO);
    }

    /** What the container says about its pictures. */
    Clip clip() throws IOException {
        var track = pictures().orElseThrow(() -> new IOException(file + " holds no pictures: " + ADVICE));
        var turn = rotationDegrees(track);
        var width = squareWidth(track);
        var height = track.codecpar().height();
        var rate = framesPerSecond(track);
        var seconds = seconds(track);
        return new Clip(
                file,
                turn % 180 == 0 ? width : height,
                turn % 180 == 0 ? height : width,
                seconds,
                rate,
                track.nb_frames() > 0
                        ? announcedFrames(track)
                        : (int) Math.min(MOST_FRAMES, Math.round(seconds * rate)),
                turn,
                sound().isPresent());
    }

    /** What to subtract from a time stamp; sound may begin a little earlier, by its encoder's run-up. */
    double startSeconds() {
        var start = context.start_time();
        return start == avutil.AV_NOPTS_VALUE || start < 0 ? 0 : start / (double) avutil.AV_TIME_BASE;
    }

    static double seconds(long stamp, AVRational base) {
        return stamp * (double) base.num() / base.den();
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
    }

    private void check() throws IOException {
        var seconds = context.duration() / (double) avutil.AV_TIME_BASE;
        if (seconds > MOST_SECONDS) {
            throw new IOException("%s claims to last %.0f hours, more than %.0f: cut it first"
                    .formatted(file, seconds / 3600, MOST_SECONDS / 3600));
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            var track = context.streams(i);
            long width = track.codecpar().width();
            long height = track.codecpar().height();
            if (width * height > PictureFile.MOST_PIXELS) {
                throw new IOException("%s has pictures of %d x %d pixels, more than %d million: make it smaller first"
                        .formatted(file, width, height, PictureFile.MOST_PIXELS / 1_000_000));
            }
            if (track.nb_frames() > MOST_FRAMES && track.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                throw new IOException("%s claims to have %d frames, more than %d: cut it first"
                        .formatted(file, track.nb_frames(), MOST_FRAMES));
            }
        }
    }

    private Optional<AVStream> best(int kind) {
        var index = avformat.av_find_best_stream(context, kind, -1, -1, (AVCodec) null, 0);
        return index < 0 ? Optional.empty() : Optional.of(context.streams(index));
    }

    private double seconds(AVStream track) {
        if (track.duration() > 0) {
            return seconds(track.duration(), track.time_base());
        }
        return context.duration() > 0 ? context.duration() / (double) avutil.AV_TIME_BASE : 0;
    }

    private double framesPerSecond(AVStream track) {
        for (var rate : new AVRational[] {track.avg_frame_rate(), track.r_frame_rate()}) {
            if (rate.num() > 0 && rate.den() > 0) {
                return rate.num() / (double) rate.den();
            }
        }
        return FrameReader.FOLDER_RATE;
    }

    /** An edit list may hide frames: those are no loss. */
    private int announcedFrames(AVStream track) {
        var entries = avformat.avformat_index_get_entries_count(track);
        var complete = context.iformat().name().getString().startsWith("mov") && entries > 0;
        if (!complete) {
            return (int) track.nb_frames();
        }
        var shown = 0;
        for (int i = 0; i < entries; i++) {
            var flags = avformat.avformat_index_get_entry(track, i).flags();
            shown += (flags & AVIndexEntry.AVINDEX_DISCARD_FRAME) == 0 ? 1 : 0;
        }
        return shown;
    }

    /** Old television pixels are not square, faces in them are squeezed. */
    private static int squareWidth(AVStream track) {
        var shape = track.codecpar().sample_aspect_ratio();
        var width = track.codecpar().width();
        var ratio = shape.num() > 0 && shape.den() > 0 ? shape.num() / (double) shape.den() : 1;
        return ratio > 0.25 && ratio < 4 ? (int) Math.round(width * ratio) : width;
    }

    /** Clockwise, 0, 90, 180 or 270: how a phone that was held upright says so. */
    private static int rotationDegrees(AVStream track) {
        var matrix = avcodec.av_packet_side_data_get(
                track.codecpar().coded_side_data(),
                track.codecpar().nb_coded_side_data(),
                avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        var counterclockwise = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(counterclockwise) ? 0 : Math.floorMod(-Math.round(counterclockwise / 90) * 90, 360);
    }
}
