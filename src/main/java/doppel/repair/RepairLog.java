package doppel.repair;

import doppel.compute.Json;
import doppel.extract.FaceFolder;
import doppel.provenance.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done to the faces of a folder since they were extracted: its {@code repairs.json}.
 *
 * <p>Book: chapter 3, data rules; the book's tools change the alignments and keep nothing of how they were.
 *
 * @param version of this schema, {@value #VERSION}
 * @param entries the first repair first; none for a folder as it was extracted
 */
public record RepairLog(int version, List<Entry> entries) {

    public static final int VERSION = 1;

    private static final String FILE = "repairs.json";

    /**
     * One writing of a repaired folder.
     *
     * @param from the folder that was repaired, by its name, and the SHA-256 and bytes of its {@code faces.jsonl}
     * @param repairs in their order
     * @param changed ids of the faces that were cut anew
     * @param added ids of the faces that are new
     * @param removed ids of the faces that were left out
     */
    public record Entry(
            FileHash from, List<Repair> repairs, List<String> changed, List<String> added, List<String> removed) {

        public Entry {
            repairs = List.copyOf(repairs);
            changed = List.copyOf(changed);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * @throws IllegalArgumentException if the schema is another one
     */
    public RepairLog {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "these repairs have schema %d and this Doppel reads %d: repair again".formatted(version, VERSION));
        }
        entries = List.copyOf(entries);
    }

    /**
     * @throws IOException if the folder's file is not readable
     */
    public static RepairLog of(FaceFolder folder) throws IOException {
        var file = folder.path().resolve(FILE);
        return Files.exists(file) ? Json.read(file, RepairLog.class) : new RepairLog(VERSION, List.of());
    }

    /** Every id that a face of this folder or of one before it had and gave up. */
    List<String> removed() {
        return entries.stream().flatMap(entry -> entry.removed().stream()).toList();
    }

    RepairLog with(Entry entry) {
        var longer = new ArrayList<>(entries);
        longer.add(entry);
        return new RepairLog(VERSION, longer);
    }

    void write(Path folder) throws IOException {
        Json.write(folder.resolve(FILE), this);
    }
}
