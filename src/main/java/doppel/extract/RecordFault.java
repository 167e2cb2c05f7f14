package doppel.extract;

/**
 * A record of a face folder that is not used, because another one contradicts it or a kill left half of it.
 *
 * @param file of the folder, such as {@code faces.jsonl}
 * @param line in it, from 1
 * @param reason one sentence: what is wrong, and what became of the record
 */
public record RecordFault(String file, int line, String reason) {}
