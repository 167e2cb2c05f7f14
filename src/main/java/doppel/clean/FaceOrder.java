package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.List;

/** One way to sort and to group faces. */
sealed interface FaceOrder permits MeasureOrder, NearestOrder, PersonOrder {

    /** All of the faces, in this order. */
    List<FaceRecord> sorted(List<FaceRow> rows);

    /**
     * Each face in one group; groups without a face are left out.
     *
     * @param most groups
     */
    List<FaceGroup> grouped(List<FaceRow> rows, int most);
}
