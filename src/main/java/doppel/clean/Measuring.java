package doppel.clean;

import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.DamagedPictureException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One measuring of a face folder.
 *
 * <ol>
 *   <li>Take the fingerprint of every face.
 *   <li>Look up those that have not changed.
 *   <li>Measure the others on all cores, and keep each at once, so that a kill costs only the faces under way.
 * </ol>
 */
final class Measuring {

    private final FaceFolder folder;
    private final ModelFiles models;
    private final MeasureCache cache;
    private final Consumer<MeasureStep> progress;
    private final Map<String, MeasuredFace> found = new LinkedHashMap<>();

    Measuring(FaceFolder folder, ModelFiles models, MeasureCache cache, Consumer<MeasureStep> progress) {
        this.folder = folder;
        this.models = models;
        this.cache = cache;
        this.progress = progress;
    }

    /** One a face, in the order of the clip. */
    List<MeasuredFace> run() throws IOException {
        var prints = prints();
        var rest = new ArrayList<FaceRecord>();
        for (var face : folder.faces()) {
            cache.find(face.id(), prints.get(face.id()))
                    .ifPresentOrElse(known -> found.put(face.id(), known), () -> rest.add(face));
        }
        if (!rest.isEmpty()) {
            measure(rest, prints);
        }
        return folder.faces().stream().map(face -> found.get(face.id())).toList();
    }

    private Map<String, String> prints() {
        var fingerprint = new Fingerprint(folder);
        var prints = new LinkedHashMap<String, String>();
        var all = folder.faces().parallelStream().map(fingerprint::of).toList();
        for (int i = 0; i < all.size(); i++) {
            prints.put(folder.faces().get(i).id(), all.get(i));
        }
        return prints;
    }

    private void measure(List<FaceRecord> faces, Map<String, String> prints) throws IOException {
        var start = System.nanoTime();
        try (var workers = MeasureWorkers.open(folder, models, faces.size())) {
            var underWay = faces.stream().map(workers::measure).toList();
            try {
                for (int i = 0; i < faces.size(); i++) {
                    take(faces.get(i), prints.get(faces.get(i).id()), underWay.get(i));
                    progress.accept(new MeasureStep(i + 1, faces.size(), (i + 1) * 1e9 / (System.nanoTime() - start)));
                }
            } finally {
                underWay.forEach(future -> future.cancel(false));
            }
        }
    }

    private void take(FaceRecord face, String print, Future<FaceMeasures> future) throws IOException {
        try {
            var measured = new MeasuredFace(face.id(), print, Optional.of(future.get()), "");
            found.put(face.id(), measured);
            cache.add(measured);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "the measuring was stopped at face %s: ask for the table again to go on from there"
                            .formatted(face.id()));
        } catch (ExecutionException fault) {
            takeDamaged(face, print, fault.getCause());
        }
    }

    private void takeDamaged(FaceRecord face, String print, Throwable fault) {
        if (!(fault instanceof IOException)) {
            throw new IllegalStateException(
                    "face %s could not be measured (%s): leave it out, or tell us".formatted(face.id(), fault), fault);
        }
        var measured = new MeasuredFace(face.id(), print, Optional.empty(), sentence((IOException) fault));
        found.put(face.id(), measured);
        if (fault instanceof DamagedPictureException) {
            cache.add(measured);
        } // else it may be the disk's fault, and pass
    }

    /** Without the folders above this one, which are others on another machine. */
    private String sentence(IOException fault) {
        var above = new ArrayList<String>();
        above.add(folder.path() + "/");
        above.add(folder.path().toAbsolutePath() + "/");
        try {
            above.add(folder.path().toRealPath() + "/");
        } catch (IOException gone) {
            // then no message names it
        }
        var sentence = String.valueOf(fault.getMessage());
        for (var path : above) {
            sentence = sentence.replace(path, "");
        }
        return sentence;
    }
}
