package doppel.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** An MP4 in the making, without marks: pictures as they come, and the sound that is heard meanwhile. */
final class ClipEncoder implements AutoCloseable {

    private final Mp4Container container;
    private final PictureEncoder pictures;
    private final Optional<SoundTrack> sound;

    /**
     * @throws IOException if the file cannot be written, or the sound not be read
     */
    ClipEncoder(Path file, ClipFormat format) throws IOException {
        container = new Mp4Container(file);
        try {
            pictures = new PictureEncoder(format, container);
            sound = format.soundFrom().isPresent()
                    ? Optional.of(new SoundTrack(format.soundFrom().get(), container))
                    : Optional.empty();
            container.start();
        } catch (IOException fault) {
            container.close();
            throw fault;
        }
    }

    /**
     * @param picture of the format's size, {@code TYPE_3BYTE_BGR}
     * @param seconds when it is shown
     */
    void write(BufferedImage picture, double seconds) throws IOException {
        pictures.write(picture, seconds);
        if (sound.isPresent()) {
            sound.get().carryUntil(seconds);
        }
    }

    void finish() throws IOException {
        pictures.finish();
        if (sound.isPresent()) {
            sound.get().finish(pictures.endSeconds());
        }
        container.finish();
    }

    @Override
    public void close() {
        sound.ifPresent(SoundTrack::close);
        pictures.close();
        container.close();
    }
}
