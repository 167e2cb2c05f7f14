package doppel.repair;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractStep;
import doppel.extract.FaceFinder;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FoundFace;
import doppel.geometry.Box;
import doppel.landmark.Landmarks;
import doppel.media.FrameReader;
import doppel.provenance.FileHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is to be set right in a face folder, one act after the other; {@link #write} then makes the folder that is
 * right.
 *
 * <pre>{@code
 * Repairs.of(faces, clip, models)
 *         .remove("000112-1")
 *         .between(57, 56, 58)
 *         .box(90, new Box(210, 80, 96, 96))
 *         .smooth()
 *         .write(Path.of("faces", "actor-a-repaired"));
 * }</pre>
 *
 * <p>Immutable: each act gives a new plan, and sees the faces as the acts before it left them. The folder itself is
 * never changed, so a plan that turns out wrong costs nothing.
 *
 * <p>Book: chapter 4, "Preparing the training images"; the acts are those of faceswap's alignments and manual tools.
 */
public final class Repairs {

    /**
     * Frames. On the rendered actors 5 takes away four fifths of the trembling that is not their own; from 7 on their
     * own motion is lost too, and from 11 on the landmarks are further from the exact places than without.
     */
    public static final int WINDOW = 5;

    private final Path clip;
    private final ModelFiles models;
    private final RepairLog log;
    private final FacePlan plan;
    private final List<Repair> list;
    private final List<UnaryOperator<BufferedImage>> retouches;

    private Repairs(
            Path clip,
            ModelFiles models,
            RepairLog log,
            FacePlan plan,
            List<Repair> list,
            List<UnaryOperator<BufferedImage>> retouches) {
        this.clip = clip;
        this.models = models;
        this.log = log;
        this.plan = plan;
        this.list = List.copyOf(list);
        this.retouches = List.copyOf(retouches);
    }

    /**
     * Nothing set right yet.
     *
     * @param clipOrFolder that the faces were extracted from: what moves is cut anew out of its frames
     * @throws IllegalStateException if it is another clip, or the extraction has not ended
     * @throws IOException if the clip cannot be read
     */
    public static Repairs of(FaceFolder folder, Path clipOrFolder, ModelFiles models) throws IOException {
        if (!folder.finished()) {
            throw new IllegalStateException("the extraction into %s has not ended: extract again, then repair"
                    .formatted(folder.path().getFileName()));
        }
        var given = FileHash.of(clipOrFolder);
        var source = folder.source().source();
        if (!given.sha256().equals(source.sha256())) {
            throw new IllegalStateException(
                    ("%s was extracted from %s (SHA-256 %.12s...), and this is %s (SHA-256 %.12s...): give the clip"
                                    + " that it was extracted from")
                            .formatted(
                                    folder.path().getFileName(),
                                    source.name(),
                                    source.sha256(),
                                    given.name(),
                                    given.sha256()));
        }
        var log = RepairLog.of(folder);
        return new Repairs(clipOrFolder, models, log, FacePlan.of(folder, log), List.of(), List.of());
    }

    /** Steadies the landmarks of every face over time, by {@link FaceTrack#smoothed} with {@link #WINDOW}. */
    public Repairs smooth() {
        return smooth(WINDOW);
    }

    /**
     * Steadies the landmarks of every face over time, by {@link FaceTrack#smoothed}.
     *
     * @param window frames, odd, 5 to 31: a narrow one leaves the trembling, a wide one flattens blinks and words
     */
    public Repairs smooth(int window) {
        return then(new Repair.Smooth(window), plan.smoothed(window));
    }

    /**
     * Gives a frame the landmarks of a neighbor: for a frame without a face, or with a face in the wrong place.
     *
     * @throws IllegalArgumentException if the neighbor has not just one face, or the frame more than one, or is damaged
     */
    public Repairs copyFrom(int frame, int neighbor) {
        return then(new Repair.Copy(frame, neighbor), plan.copied(frame, neighbor));
    }

    /**
     * Gives a frame landmarks on the straight way between two others: better than a copy where the face moves.
     *
     * @throws IllegalArgumentException if one of the two has not just one face, or the frame more than one, is damaged,
     *     or does not lie between them
     */
    public Repairs between(int frame, int before, int after) {
        return then(new Repair.Between(frame, before, after), plan.between(frame, before, after));
    }

    /**
     * Looks for landmarks in a box that somebody drew, at once. The face that shares most with the box is replaced; if
     * none shares a quarter with it, a new face is added.
     *
     * @param box around brows to chin and from cheek to cheek, in frame pixels
     * @throws IllegalArgumentException if the frame is damaged or the folder has not looked at it, or no face is in the
     *     box
     * @throws IOException if the clip cannot be read
     */
    public Repairs box(int frame, Box box) throws IOException {
        var id = plan.idNear(frame, box);
        var found = find(frame, box)
                .orElseThrow(() -> new IllegalArgumentException(
                        ("no face was found in the box at %.0f, %.0f of %.0f x %.0f pixels in frame %d: draw it from"
                                        + " brows to chin, or copy from a neighbor")
                                .formatted(box.x(), box.y(), box.width(), box.height(), frame)));
        return then(
                new Repair.Draw(frame, box),
                plan.with(new PlannedFace(id, frame, found.detected(), found.landmarks(), found.pose(), true)));
    }

    private Optional<FoundFace> find(int frame, Box box) throws IOException {
        try (var reader = FrameReader.open(clip);
                var finder = FaceFinder.open(models, plan.folder().source().options())) {
            return finder.find(FrameSeeker.of(reader, clip).seek(frame).picture(), box);
        }
    }

    /**
     * Gives a face landmarks that somebody set by hand, or that come from another tool. Box and pose follow from them.
     *
     * @param face id
     * @param landmarks in frame pixels
     * @throws IllegalArgumentException if there is no such face, or none of the landmarks is in its frame
     */
    public Repairs landmarks(String face, Landmarks landmarks) {
        return then(new Repair.Place(face, landmarks), plan.placed(face, landmarks));
    }

    /**
     * Leaves a face out. Its id is never given again.
     *
     * @param face id
     * @throws IllegalArgumentException if there is no such face
     */
    public Repairs remove(String face) {
        return then(new Repair.Remove(face), plan.removed(face));
    }

    /**
     * Changes the picture of every face, once it is where it belongs: converts a transfer curve, matches colors, restores
     * detail.
     *
     * <pre>{@code
     * repairs.retouch("log to sRGB", face -> Transfer.LOG.convert(face, Transfer.SRGB))
     * }</pre>
     *
     * @param name of what it does, kept with the folder
     * @param change gives a new picture of the same size; called from the thread that writes
     */
    public Repairs retouch(String name, UnaryOperator<BufferedImage> change) {
        var more = new ArrayList<>(retouches);
        more.add(change);
        var next = then(new Repair.Retouch(name), plan);
        return new Repairs(clip, models, log, plan, next.list, more);
    }

    private Repairs then(Repair repair, FacePlan next) {
        var longer = new ArrayList<>(list);
        longer.add(repair);
        return new Repairs(clip, models, log, next, longer, retouches);
    }

    /** In the order in which they are done. */
    public List<Repair> list() {
        return list;
    }

    /** Where the faces will be, to look at before anything is written. */
    public List<FaceTrack> tracks() {
        return plan.tracks();
    }

    /** Writes without telling how far it is. */
    public FaceFolder write(Path into) throws IOException {
        return write(into, step -> {});
    }

    /**
     * Makes the repaired folder, there whole or not at all. What did not move is copied byte for byte, what moved is
     * cut out of the clip and masked anew; then all are retouched. Decisions are taken over, but for faces that were put somewhere else.
     *
     * @param into new folder
     * @param progress called after every frame
     * @throws IllegalStateException if the folder is not new, or a model is missing
     * @throws IOException if the clip cannot be read or the disk refuses
     */
    public FaceFolder write(Path into, Consumer<ExtractStep> progress) throws IOException {
        return new RepairWriter(plan, list, retouches, log, clip, models).write(into, progress);
    }

    @Override
    public String toString() {
        var before = plan.folder().faces().stream().collect(Collectors.toMap(FaceRecord::id, Function.identity()));
        return "repairs of %s: %s; %d faces, %d of them cut anew"
                .formatted(
                        plan.folder().person(),
                        list.isEmpty() ? "none" : counted(),
                        plan.faces().size(),
                        plan.faces().stream().filter(face -> !face.is(before)).count());
    }

    private String counted() {
        Map<String, Long> kinds = list.stream()
                .collect(Collectors.groupingBy(
                        repair -> repair.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
