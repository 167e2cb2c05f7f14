package doppel.media;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** An MP4 while it is written: tracks first, then the packets of all of them as they come, then the index. */
final class Mp4Container implements AutoCloseable {

    private final Path file;
    private final AVFormatContext context;
    private final AVIOContext disk;

    Mp4Container(Path file) throws IOException {
        this.file = file;
        this.context = new AVFormatContext(null);
        this.disk = new AVIOContext(null);
        Ffmpeg.silence();
        try (var path = new BytePointer(file.toAbsolutePath().toString(), "UTF-8");
                var mp4 = new BytePointer("mp4")) {
            Ffmpeg.check(
                    avformat.avformat_alloc_output_context2(context, (AVOutputFormat) null, mp4, path),
                    "this FFmpeg cannot write MP4");
            var code = avformat.avio_open2(
                    disk, path, avformat.AVIO_FLAG_WRITE, (AVIOInterruptCB) null, (AVDictionary) null);
            if (code < 0) {
                avformat.avformat_free_context(context);
            }
            Ffmpeg.check(code, file + " cannot be written");
        }
        context.pb(disk);
    }

    /** Before {@link #start}: a new track; the caller fills in its parameters. */
    AVStream newTrack(AVRational timeBase) {
        var track = avformat.avformat_new_stream(context, (AVCodec) null);
        track.time_base(timeBase);
        return track;
    }

    /** Ends the list of tracks. */
    void start() throws IOException {
        var options = new AVDictionary(null);
        // the index goes to the front, so that a browser plays while it loads
        avutil.av_dict_set(options, "movflags", "+faststart", 0);
        try {
            Ffmpeg.check(avformat.avformat_write_header(context, options), file + " cannot be written");
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /** Takes a packet of {@code track} whose stamps count in {@code timeBase}, and empties it. */
    void write(AVPacket packet, AVRational timeBase, AVStream track) throws IOException {
        avcodec.av_packet_rescale_ts(packet, timeBase, track.time_base());
        packet.stream_index(track.index());
        packet.pos(-1);
        Ffmpeg.check(avformat.av_interleaved_write_frame(context, packet), file + " cannot be written on: free space");
    }

    /** Writes the index. */
    void finish() throws IOException {
        Ffmpeg.check(avformat.av_write_trailer(context), file + " cannot be finished: free space");
        avformat.avio_flush(disk);
        Ffmpeg.check(disk.error(), file + " cannot be finished: free space");
    }

    @Override
    public void close() {
        avformat.avio_closep(disk);
        avformat.avformat_free_context(context);
    }
}
