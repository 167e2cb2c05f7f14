package doppel.train;

import doppel.align.CropOptions;
import doppel.dataset.TrainingFaces;
import doppel.extract.FaceFolder;
import java.io.IOException;

/** One side of a run: who it is, and the faces. */
record TrainingSide(Person person, TrainingFaces faces) {

    static TrainingSide load(FaceFolder folder, CropOptions crop) throws IOException {
        return new TrainingSide(Person.of(folder), TrainingFaces.load(folder, crop));
    }
}
