package doppel.clean;

import java.util.Optional;

/**
 * One line of {@code measures.jsonl}: what came of measuring a face.
 *
 * @param id of the face
 * @param fingerprint of all that the measures depend on, see {@link Fingerprint}
 * @param measures none of a damaged face
 * @param damage one sentence; empty for a face that was measured
 */
record MeasuredFace(String id, String fingerprint, Optional<FaceMeasures> measures, String damage) {}
