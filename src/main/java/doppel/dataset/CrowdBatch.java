package doppel.dataset;

import java.util.List;

/**
 * The faces of one step, and whom they are to be drawn as.
 *
 * @param batch equal chunks, one after the other; close it when the step is done
 * @param people who each chunk's targets show, as places in {@link CrowdFaces#people}
 */
public record CrowdBatch(Batch batch, List<Integer> people) implements AutoCloseable {

    public CrowdBatch {
        people = List.copyOf(people);
    }

    /** Gives the batch back. */
    @Override
    public void close() {
        batch.close();
    }
}
