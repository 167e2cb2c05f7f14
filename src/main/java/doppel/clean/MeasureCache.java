package doppel.clean;

import doppel.compute.Json;
import doppel.extract.FaceFolder;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured before, in {@code measures.jsonl} and {@code standing.json} of the face folder.
 *
 * <p>It only saves time. So nothing that befalls it is an error: what cannot be read is measured again and written
 * anew, and a folder that cannot be written, or that somebody else is writing, is measured without writing.
 */
final class MeasureCache implements AutoCloseable {

    /** A face takes about a tenth of it; a file with more than that for each face is not ours. */
    private static final long MOST_BYTES_PER_FACE = 100_000;

    private final Path file;
    private final Path standingFile;
    private final Map<String, MeasuredFace> known = new HashMap<>();
    private Optional<MeasureJournal> journal;
    private int lines;
    private long end;

    private MeasureCache(FaceFolder folder) {
        this.file = folder.path().resolve("measures.jsonl");
        this.standingFile = folder.path().resolve("standing.json");
        this.journal = journal(file, folder.path().resolve("measures.lock"));
        try {
            read(MOST_BYTES_PER_FACE * Math.max(1, folder.faces().size()));
        } catch (IOException unreadable) {
            known.clear();
            lines = 0;
            end = 0;
            write(MeasureJournal::clear);
        }
    }

    static MeasureCache open(FaceFolder folder) {
        return new MeasureCache(folder);
    }

    /** What was measured of the face, if it has not changed since. */
    Optional<MeasuredFace> find(String id, String fingerprint) {
        return Optional.ofNullable(known.get(id))
                .filter(face -> face.fingerprint().equals(fingerprint));
    }

    void add(MeasuredFace face) {
        known.put(face.id(), face);
        write(open -> {
            end = open.append(face, end);
            lines++;
        });
    }

    /** Drops the lines of faces that are gone or have changed, once they are more than the {@code live} ones. */
    void tidy(List<MeasuredFace> live) {
        if (lines > 2 * live.size()) {
            write(open -> open.replace(live));
        }
    }

    /** The standings that were kept under {@code key}. */
    Optional<List<Standing>> standings(String key) {
        try {
            var kept = Json.read(standingFile, KeptStandings.class);
            return Optional.of(kept).filter(same -> same.key().equals(key)).map(KeptStandings::standings);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    void keep(String key, List<Standing> standings) {
        write(open -> Json.write(standingFile, new KeptStandings(key, standings)));
    }

    @Override
    public void close() {
        write(MeasureJournal::close);
    }

    /** What stands in {@code standing.json}. */
    private record KeptStandings(String key, List<Standing> standings) {}

    /** Something to write, if we may. */
    private interface Act {
        void on(MeasureJournal journal) throws IOException;
    }

    private void write(Act act) {
        if (journal.isEmpty()) {
            return;
        }
        try {
            act.on(journal.get());
        } catch (IOException full) {
            // without the file the next table only takes longer
            var failed = journal.get();
            journal = Optional.empty();
            try {
                failed.close();
            } catch (IOException again) {
                // the end of this program frees the lock
            }
        }
    }

    private void read(long mostBytes) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > mostBytes) {
            throw new IOException(file + " is not what Doppel wrote");
        }
        for (var line : JsonLines.read(file, MeasuredFace.class)) {
            known.put(line.value().id(), line.value());
            lines++;
            end = line.end();
        }
    }

    private static Optional<MeasureJournal> journal(Path file, Path lock) {
        try {
            return Optional.of(MeasureJournal.open(file, lock));
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
