package doppel.train;

import doppel.actor.Crowd;
import doppel.actor.TakeStep;
import doppel.align.CropOptions;
import doppel.compute.ModelFiles;
import doppel.dataset.CrowdFaces;
import doppel.dataset.TrainingFaces;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * A rendered crowd and the faces that extraction finds in it.
 *
 * <p>Every label of a crowd is exact, and still its faces go through the four steps that a clip goes through: a start must
 * know faces as they will come, with all that the landmarks get wrong.
 *
 * <p>Book: chapter 5, "Extracting faces".
 *
 * @param crowd what {@link Crowd#film} wrote
 * @param faces a face folder a person, made here; 00042 shows person 42
 */
public record CrowdFolder(Path crowd, Path faces) {

    /** The face fills four tenths of a crowd picture; more pixels would be made up. */
    private static final int STORED = 160;

    /** Moments that a person is seen in, below which a face folder would say too little. */
    private static final int FEWEST = 4;

    /**
     * Extracts who was not extracted yet, and decodes all.
     *
     * @param crop what the network learns from
     * @param progress is told after each person
     * @throws IOException if there is no crowd, or a picture cannot be read
     */
    public CrowdFaces load(ModelFiles models, CropOptions crop, Consumer<TakeStep> progress) throws IOException {
        var options = Crowd.options(crowd);
        var people = new ArrayList<CrowdFaces.Member>();
        for (int person = 0; person < options.count(); person++) {
            var folder = extract(models, person);
            var records = folder.faces();
            if (records.size() >= FEWEST) {
                people.add(new CrowdFaces.Member(
                        TrainingFaces.load(folder, records, crop),
                        records.stream().map(FaceRecord::frame).toList(),
                        person / options.troupe()));
            }
            progress.accept(new TakeStep(person + 1, options.count()));
        }
        return new CrowdFaces(people);
    }

    private FaceFolder extract(ModelFiles models, int person) throws IOException {
        var into = faces.resolve("%05d".formatted(person));
        var options = ExtractOptions.standard().withCrop(CropOptions.stored().withSize(STORED));
        return new FaceExtractor(models)
                .extract(Crowd.pictures(crowd, person), "crowd-%05d".formatted(person), into, options, step -> {});
    }
}
