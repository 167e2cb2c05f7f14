package doppel.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where frames come from: a clip or a folder. */
interface FrameSource extends AutoCloseable {

    Optional<Frame> next() throws IOException;

    /** What {@link #next} had to leave out up to now. */
    List<DamagedFrame> damaged();

    int estimatedFrames();

    double framesPerSecond();

    @Override
    void close();
}
