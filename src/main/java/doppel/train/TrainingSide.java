package doppel.train;

import doppel.align.CropOptions;
import doppel.clean.Decisions;
import doppel.clean.SizeAdvice;
import doppel.dataset.TrainingFaces;
import doppel.extract.FaceFolder;
import java.io.IOException;

/** One side of a run: who it is, and the faces; those that were rejected or are damaged are left out. */
record TrainingSide(Person person, TrainingFaces faces) {

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
        return new TrainingSide(Person.of(folder.person(), faces), TrainingFaces.load(folder, faces, crop));
    }
}
