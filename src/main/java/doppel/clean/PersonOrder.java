package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Faces by who they show: sorted as a chain of identities, grouped by the cluster of each, however many there are. */
record PersonOrder() implements FaceOrder {

    private static final String NOBODY = "like no other";

    @Override
    public List<FaceRecord> sorted(List<FaceRow> rows) {
        return NearestOrder.identity().sorted(rows);
    }

    /** The largest person first, faces that are like no other last. */
    @Override
    public List<FaceGroup> grouped(List<FaceRow> rows, int most) {
        // as unsigned numbers, -1 comes after all others
        var people = rows.stream()
                .collect(Collectors.groupingBy(
                        FaceRow::cluster, () -> new TreeMap<>(Integer::compareUnsigned), Collectors.toList()));
        return people.entrySet().stream().map(PersonOrder::group).toList();
    }

    private static FaceGroup group(Map.Entry<Integer, List<FaceRow>> person) {
        var label = person.getKey() < 0 ? NOBODY : "person " + (person.getKey() + 1);
        return new FaceGroup(
                label, person.getValue().stream().map(FaceRow::face).toList());
    }
}
