package doppel.clean;

import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.identity.Identity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.clustering.DBSCANClusterer;
import org.hipparchus.clustering.DoublePoint;

/**
 * The people in a face folder: faces whose identities are near each other.
 *
 * <pre>{@code
 * var people = IdentityClusters.of(table);
 * people.outliers();
 * }</pre>
 *
 * <p>A clip of one person often shows others in the background, and posters and bystanders are faces too. Learned along,
 * they show through in every swap.
 *
 * <ol>
 *   <li>Of faces with nearly one identity take one.
 *   <li>Put those of them into one cluster that are nearer than 60 degrees to each other, directly or over others.
 *   <li>Let every face go with the one taken in its place.
 *   <li>Call the largest cluster 0, and dissolve those of fewer than {@value #FEWEST} faces.
 * </ol>
 *
 * <p>Book: chapter 4, "Preparing the training images", sorting by face. Source: M. Ester et al., "A density-based
 * algorithm for discovering clusters in large spatial databases with noise", 1996.
 */
public final class IdentityClusters {

    /** A smaller cluster is none, but for the largest. */
    public static final int FEWEST = 3;

    /** A cosine of 0.5. The third neighbor of an actor's blurred face has 0.79 or more, a face of another 0.39 at most. */
    private static final double NEAR = 1;

    /** A cosine of 0.92, which two frames in a row mostly have. */
    private static final double ALIKE = 0.4;

    private final List<FaceRecord> faces;
    private final List<Identity> identities;
    private final int[] clusters;
    private final double[] likenesses;

    private IdentityClusters(List<FaceRecord> faces, List<Identity> identities) {
        this.faces = List.copyOf(faces);
        this.identities = List.copyOf(identities);
        this.clusters = clusters(identities);
        this.likenesses = likenesses();
    }

    /** The people of a table. */
    public static IdentityClusters of(FaceTable table) {
        return of(
                table.faces(),
                table.rows().stream().map(row -> row.own().identity()).toList());
    }

    /**
     * @param identities of {@code faces}, in the same order
     */
    static IdentityClusters of(List<FaceRecord> faces, List<Identity> identities) {
        return new IdentityClusters(faces, identities);
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return faces;
    }

    /** The largest first; each in the order of the clip. */
    public List<List<FaceRecord>> clusters() {
        var count = 1 + Arrays.stream(clusters).max().orElse(-1);
        return IntStream.range(0, count).mapToObj(this::of).toList();
    }

    /** Faces that are like no other, or like one other only, in the order of the clip. */
    public List<FaceRecord> outliers() {
        return of(-1);
    }

    /** Number of a face's cluster: 0 is the largest, -1 stands for an outlier. */
    public int cluster(int face) {
        return clusters[face];
    }

    /** Cosine of a face's identity to the mean of the largest cluster, -1 to 1. */
    public double likeness(int face) {
        return likenesses[face];
    }

    /** The identities in a plane, in the order of the clip: near means alike. One unit is a distance of unit vectors. */
    public List<Point> map() {
        return IdentityPlane.points(identities);
    }

    @Override
    public String toString() {
        return "%d faces: %s and %d outliers"
                .formatted(
                        faces.size(),
                        clusters().stream().map(List::size).map(String::valueOf).toList(),
                        outliers().size());
    }

    private List<FaceRecord> of(int cluster) {
        return IntStream.range(0, faces.size())
                .filter(face -> clusters[face] == cluster)
                .mapToObj(faces::get)
                .toList();
    }

    private static int[] clusters(List<Identity> identities) {
        var distance =
                new VectorDistance(identities.stream().map(Identity::values).toList());
        var thinned = FarthestFirst.of(distance, identities.size(), ALIKE);
        var nearest = thinned.nearest();
        var members = connected(thinned.taken(), distance).stream()
                .map(taken -> IntStream.range(0, nearest.length)
                        .filter(face -> taken.contains(thinned.taken().get(nearest[face])))
                        .toArray())
                .sorted(Comparator.comparingInt((int[] group) -> -group.length).thenComparingInt(group -> group[0]))
                .toList();
        var clusters = new int[identities.size()];
        for (int i = 0; i < members.size(); i++) {
            for (var face : members.get(i)) {
                clusters[face] = i == 0 || members.get(i).length >= FEWEST ? i : -1;
            }
        }
        return clusters;
    }

    /** Sets of faces that are near each other, directly or over others. */
    private static List<Set<Integer>> connected(List<Integer> faces, Distance distance) {
        // a point of the library is the number of a face here, so that distances are ours, which are faster
        var points =
                faces.stream().map(face -> new DoublePoint(new int[] {face})).toList();
        var clusterer = new DBSCANClusterer<DoublePoint>(
                NEAR, 0, (one, other) -> distance.between((int) one[0], (int) other[0]));
        return clusterer.cluster(points).stream()
                .map(cluster -> cluster.getPoints().stream()
                        .map(point -> (int) point.getPoint()[0])
                        .collect(Collectors.toSet()))
                .toList();
    }

    private double[] likenesses() {
        var sum = new float[Identity.LENGTH];
        for (int face = 0; face < clusters.length; face++) {
            if (clusters[face] == 0) {
                var values = identities.get(face).values();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i];
                }
            }
        }
        if (clusters.length == 0) {
            return new double[0];
        }
        var mean = new Identity(sum);
        return identities.stream().mapToDouble(mean::cosine).toArray();
    }
}
