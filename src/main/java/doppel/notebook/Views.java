package doppel.notebook;

import doppel.Workbench;
import doppel.actor.ActorClip;
import doppel.align.AlignedFace;
import doppel.clean.FaceExport;
import doppel.clean.FaceTable;
import doppel.clean.RuleBook;
import doppel.clean.RuleBookChange;
import doppel.clean.RuleOutcome;
import doppel.clean.RuleReport;
import doppel.compute.ModelFiles;
import doppel.detect.DetectedFace;
import doppel.evaluate.ScoredFrame;
import doppel.evaluate.SwapReport;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FoundFace;
import doppel.figure.FiveFrames;
import doppel.figure.Gallery;
import doppel.figure.SwapStrip;
import doppel.image.Mask;
import doppel.image.NumberGrid;
import doppel.landmark.Landmarks;
import doppel.media.Clip;
import doppel.media.Frame;
import doppel.model.LayerOutput;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.provenance.Consent;
import doppel.provenance.ConsentFolder;
import doppel.provenance.Manifest;
import doppel.provenance.Permit;
import doppel.repair.FrameCensus;
import doppel.swap.SwapSteps;
import doppel.swap.SwappedClip;
import doppel.train.RunFolder;
import doppel.train.StepSpeed;
import doppel.train.TrainingRun;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/** The list of all {@link View}s: whatever a cell ends with is looked up here. */
final class Views {

    /** The first that fits is taken. */
    static final List<View<?>> ALL = List.of(
            new View<>(Displayable.class, Displayable::display),
            new View<>(BufferedImage.class, PictureView::of),
            new View<>(Gallery.class, GalleryView::of),
            new View<>(Mask.class, MaskView::of),
            new View<>(Chart.class, ChartView::of),
            new View<>(FaceTable.class, faces -> TablePages.of(faces).display()),
            new View<>(Table.class, table -> TablePages.of(table).display()),
            new View<>(Clip.class, ClipView::of),
            new View<>(ActorClip.class, ClipView::of),
            new View<>(SwappedClip.class, ClipView::of),
            new View<>(Frame.class, FaceView::of),
            new View<>(DetectedFace.class, FaceView::of),
            new View<>(Landmarks.class, FaceView::of),
            new View<>(AlignedFace.class, FaceView::of),
            new View<>(FoundFace.class, FaceView::of),
            new View<>(FaceFolder.class, FolderView::of),
            new View<>(FaceRecord.class, FaceRecordView::of),
            new View<>(RuleReport.class, RulesView::of),
            new View<>(RuleBook.class, RulesView::of),
            new View<>(RuleBookChange.class, change -> Bundle.text(change.toString())),
            new View<>(RuleOutcome.class, outcome -> Bundle.text(outcome.toString())),
            new View<>(FaceExport.class, export -> Bundle.text(export.toString())),
            new View<>(FrameCensus.class, FrameCensusView::of),
            new View<>(NumberGrid.class, NumbersView::of),
            new View<>(LayerOutput.class, NumbersView::of),
            new View<>(ModelDesign.class, LayersView::of),
            new View<>(SwapModel.class, LayersView::of),
            new View<>(StepSpeed.class, SpeedView::of),
            new View<>(RunFolder.class, RunView::of),
            new View<>(TrainingRun.class, TrainingBoard::of),
            new View<>(SwapSteps.class, steps -> GalleryView.of(SwapStrip.of(steps))),
            new View<>(FiveFrames.class, frames -> GalleryView.of(frames.gallery())),
            new View<>(SwapReport.class, ReportView::of),
            new View<>(ScoredFrame.class, ReportView::of),
            new View<>(Consent.class, ConsentView::of),
            new View<>(ConsentFolder.class, ConsentView::of),
            new View<>(Permit.class, ConsentView::of),
            new View<>(Manifest.class, ManifestView::of),
            new View<>(ModelFiles.class, ModelFilesView::of),
            new View<>(Workbench.class, BenchView::of),
            new View<>(List.class, ListView::of),
            new View<>(Map.class, ListView::of),
            new View<>(Record.class, RecordView::of),
            new View<>(String.class, Bundle::text),
            new View<>(Object.class, value -> Bundle.text(Words.of(value))));

    private Views() {}

    /** What {@code value} looks like; its {@code toString} if no view fits. */
    static Bundle of(Object value) {
        return ALL.stream()
                .filter(view -> view.fits(value))
                .findFirst()
                .map(view -> view.of(value))
                .orElseGet(() -> Bundle.text(String.valueOf(value)));
    }
}
