package doppel.train;

import doppel.align.CropOptions;
import doppel.clean.Decisions;
import doppel.dataset.TrainingFaces;
import doppel.extract.FaceFolder;
import java.io.IOException;

/** One side of a run: who it is, and the faces; those that were rejected are left out. */
record TrainingSide(Person person, TrainingFaces faces) {

    static TrainingSide load(FaceFolder folder, CropOptions crop) throws IOException {
        var faces = Decisions.open(folder).remaining();
        return new TrainingSide(Person.of(folder.person(), faces), TrainingFaces.load(folder, faces, crop));
    }
}
