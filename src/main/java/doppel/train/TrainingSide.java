package doppel.train;

import doppel.align.CropOptions;
import doppel.clean.Decisions;
import doppel.clean.SizeAdvice;
import doppel.dataset.TrainingFaces;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One side of a run: who it is, and the faces; those that were rejected or are damaged are left out.
 *
 * @param person with all faces of the side
 * @param faces to learn from
 * @param heldOut to be measured by and never learned from; none if there are too few faces to spare some
 */
record TrainingSide(Person person, TrainingFaces faces, Optional<TrainingFaces> heldOut) {

    /** With fewer faces than this, each is needed to learn from. */
    static final int LEAST_TO_SPARE = 250;

    /** Of so many faces in a row, a few neighbors are held out: far enough from the rest to be new in the middle. */
    private static final int STRETCH = 120;

    private static final int FIRST_HELD = 57;
    private static final int HELD = 6;

    /** Learns from all of them. */
    TrainingSide(Person person, TrainingFaces faces) {
        this(person, faces, Optional.empty());
    }

    /**
     * @throws IllegalStateException if too few faces are left to learn from; says how many are needed
     */
    static TrainingSide load(FaceFolder folder, CropOptions crop) throws IOException {
        var faces = Decisions.open(folder).remaining().parallelStream()
                .filter(folder::holds)
                .toList();
        var advice = SizeAdvice.of(faces.size());
        if (advice.refused()) {
            throw new IllegalStateException("%s in %s: %s".formatted(folder.person(), folder.path(), advice));
        }
        var person = Person.of(folder.person(), faces);
        return faces.size() < LEAST_TO_SPARE
                ? new TrainingSide(person, TrainingFaces.load(folder, faces, crop))
                : new TrainingSide(
                        person,
                        TrainingFaces.load(folder, split(faces, false), crop),
                        Optional.of(TrainingFaces.load(folder, split(faces, true), crop)));
    }

    /** Whether the face of this number, in the order of the folder, is held out of so many. */
    static boolean isHeldOut(int number, int ofFaces) {
        var place = number % STRETCH;
        return ofFaces >= LEAST_TO_SPARE && place >= FIRST_HELD && place < FIRST_HELD + HELD;
    }

    private static List<FaceRecord> split(List<FaceRecord> faces, boolean heldOut) {
        return IntStream.range(0, faces.size())
                .filter(number -> isHeldOut(number, faces.size()) == heldOut)
                .mapToObj(faces::get)
                .toList();
    }
}
