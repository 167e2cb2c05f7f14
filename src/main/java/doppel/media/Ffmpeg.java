package doppel.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/** What all calls to FFmpeg need: silence, and exceptions instead of negative numbers. */
final class Ffmpeg {

    private Ffmpeg() {}

    /** FFmpeg prints by itself otherwise, into the reader's notebook. */
    static void silence() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /**
     * @param what the sentence's beginning, such as {@code "a.mp4 cannot be opened"}
     * @return {@code code} if it is no error
     * @throws IOException with FFmpeg's own word for the error
     */
    static int check(int code, String what) throws IOException {
        if (code < 0) {
            throw new IOException("%s (%s)".formatted(what, text(code)));
        }
        return code;
    }

    static String text(int code) {
        var text = new byte[256];
        avutil.av_strerror(code, text, text.length);
        var end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
