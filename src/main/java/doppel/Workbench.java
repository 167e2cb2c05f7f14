package doppel;

import doppel.actor.ActorClip;
import doppel.actor.Casting;
import doppel.actor.Crowd;
import doppel.actor.CrowdOptions;
import doppel.actor.MessyFolder;
import doppel.actor.RenderStudio;
import doppel.align.CropOptions;
import doppel.clean.FaceTable;
import doppel.compute.ModelFiles;
import doppel.dataset.CrowdFaces;
import doppel.evaluate.RunFacts;
import doppel.evaluate.SwapReport;
import doppel.evaluate.SwapScorer;
import doppel.evaluate.TruthSet;
import doppel.extract.ExtractOptions;
import doppel.extract.ExtractStep;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFinder;
import doppel.extract.FaceFolder;
import doppel.identity.IdentityRecognizer;
import doppel.model.Side;
import doppel.provenance.ConsentFolder;
import doppel.provenance.Marks;
import doppel.provenance.Permit;
import doppel.provenance.Sha256;
import doppel.provenance.Use;
import doppel.swap.FaceSwapper;
import doppel.swap.SideBySide;
import doppel.swap.SwapOptions;
import doppel.swap.SwapStep;
import doppel.swap.SwappedClip;
import doppel.swap.VideoSwapper;
import doppel.train.CrowdFolder;
import doppel.train.PretrainOptions;
import doppel.train.Pretraining;
import doppel.train.RunFolder;
import doppel.train.StartFolder;
import doppel.train.Starts;
import doppel.train.StepTimes;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import doppel.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The front door: knows the folders of the project, asks at the consent gate, and does the acts of the book in one call
 * each.
 *
 * <pre>{@code
 * try (var bench = Workbench.open()) {
 *     var a = bench.extract(bench.actor("a"));
 *     var b = bench.extract(bench.actor("b"));
 *     try (var training = bench.train("first", a, b, TrainOptions.quick(), step -> {})) {
 *         var run = training.await();
 *         bench.swap(run, bench.actor("b").clip(), run.swap(), SwapOptions.standard(), step -> {});
 *         bench.report(run);
 *     }
 * }
 * }</pre>
 *
 * <p>Book: chapter 4, "The deepfake workflow".
 */
public final class Workbench implements AutoCloseable {

    private final Path project;
    private final ModelFiles models;
    private final ConsentFolder consents;
    private final Deque<Runnable> opened = new ArrayDeque<>();

    private Workbench(Path project) {
        this.project = project;
        this.models = ModelFiles.in(project.resolve("data/models"));
        this.consents = ConsentFolder.open(project.resolve("data/consent"));
    }

    /** The project that the script named, or the current folder. */
    public static Workbench open() {
        return open(Path.of(System.getProperty("doppel.project", "")).toAbsolutePath());
    }

    /** Another project's folder: {@code data} in it is used, and made as needed. */
    public static Workbench open(Path project) {
        return new Workbench(project);
    }

    public Path project() {
        return project;
    }

    /** How much work a notebook should do here. */
    public Budget budget() {
        return Budget.current();
    }

    /** The pretrained models. */
    public ModelFiles models() {
        return models;
    }

    /** Who agreed to what. */
    public ConsentFolder consents() {
        return consents;
    }

    /** Where the faces of a person are kept, {@code data/faces/PERSON}. */
    public Path faces(String person) {
        return project.resolve("data/faces").resolve(checked("person", person));
    }

    /** Where a run is kept, {@code data/runs/NAME}. */
    public RunFolder run(String name) {
        return new RunFolder(project.resolve("data/runs").resolve(checked("run", name)));
    }

    /** Weights that know faces, for runs to begin with. */
    public Starts starts() {
        return new Starts(project.resolve("data/starts"));
    }

    /**
     * A synthetic person that ships with Doppel. The consent that an actor carries is put on file with the others, unless
     * there is one already.
     *
     * @param name {@code a} or {@code b}
     */
    public ActorClip actor(String name) throws IOException {
        var actor = ActorClip.sample(samples(), name);
        if (consents.find(actor.alias()).isEmpty()) {
            consents.add(actor.consent());
        }
        return actor;
    }

    /** Chapter 5: the faces of an actor, extracted now or found where they were extracted before. */
    public FaceFolder extract(ActorClip actor) throws IOException {
        return extract(actor.clip(), actor.alias());
    }

    /**
     * Chapter 5: the faces of a clip, extracted now or found where they were extracted before.
     *
     * @param footage a clip, or a folder of pictures
     * @param person alias of the person in it
     */
    public FaceFolder extract(Path footage, String person) throws IOException {
        try (var watch = Onlooker.beginAll("extract " + person)) {
            return extract(
                    footage,
                    person,
                    faces(person),
                    ExtractOptions.standard(),
                    step -> watch.accept(new Progress(
                            step.counts().frames(),
                            step.expectedFrames(),
                            "frames",
                            step.framesPerSecond(),
                            step.counts().faces() + " faces")));
        }
    }

    /**
     * Chapter 5: finds, aligns and masks the faces of a clip, and goes on where it was stopped.
     *
     * @param footage a clip, or a folder of pictures
     * @param person alias of the person in it
     * @param into face folder
     * @param progress is told after each frame
     */
    public FaceFolder extract(
            Path footage, String person, Path into, ExtractOptions options, Consumer<ExtractStep> progress)
            throws IOException {
        return new FaceExtractor(models).extract(footage, person, into, options, progress);
    }

    /**
     * Chapter 8: a folder of pictures of actor A in which everything goes wrong, to practice cleaning on; planted now
     * or found in {@code data/footage} where the same call planted it before.
     *
     * @param pictures how many, {@value MessyFolder#FEWEST} to {@value MessyFolder#MOST}
     * @param seed another seed, other faults; the limits of the standard rules were chosen on 7 and 8
     */
    public MessyFolder messy(int pictures, long seed) throws IOException {
        var into = project.resolve("data/footage/messy-%d-%d".formatted(pictures, seed));
        return MessyFolder.plant(samples(), into, pictures, seed);
    }

    /**
     * Chapter 4: what is in the faces of a folder, one row of numbers a face; what was measured before is read.
     *
     * @throws IllegalStateException if the identity model is missing; says what to do
     * @throws IOException if the measuring is interrupted; the same call goes on later
     */
    public FaceTable table(FaceFolder faces) throws IOException {
        try (var watch = Onlooker.beginAll("measure " + faces.person())) {
            return FaceTable.of(
                    faces,
                    models,
                    step -> watch.accept(new Progress(step.measured(), step.of(), "faces", step.perSecond(), "")));
        }
    }

    /**
     * Chapter 6: starts training in the background, or goes on with the run of that name. Close the run when done.
     *
     * @throws IllegalStateException as {@link #train(String, FaceFolder, FaceFolder, TrainOptions, Consumer)}
     */
    public TrainingRun train(String name, FaceFolder a, FaceFolder b, TrainOptions options) throws IOException {
        return train(name, a, b, options, step -> {});
    }

    /**
     * Chapter 6: starts training in the background, or goes on with the run of that name. Close the run when done.
     *
     * @param name of the run
     * @param progress is told after each step, in the run's own thread
     * @throws IllegalStateException if one of the two people has no consent that permits it, or a folder under an actor's
     *     alias was not extracted from that actor
     */
    public TrainingRun train(
            String name, FaceFolder a, FaceFolder b, TrainOptions options, Consumer<TrainStep> progress)
            throws IOException {
        var run = TrainingRun.open(run(name).path(), a, b, options, starts(), permitToTrain(a, b));
        run.start(progress);
        return run;
    }

    /**
     * Chapter 6: the faces of people who do not exist, filmed and extracted now or found where the same call did it before.
     *
     * @param name of the crowd, a folder in {@code data/actors}
     * @param crop what a network sees of them
     * @throws IllegalStateException if there is a crowd of that name with other frames, size or seed
     */
    public CrowdFaces crowd(String name, CrowdOptions crowd, CropOptions crop) throws IOException {
        try (var watch = Onlooker.beginAll("film " + name)) {
            return crowd(name, crowd, crop, (act, progress) -> watch.accept(progress));
        }
    }

    /**
     * Chapter 6: learns faces from rendered people, for later runs to begin with: films the crowd, finds its faces, and
     * trains a network for all of them. What was done before is not done again.
     *
     * @param name of the start, a folder in {@link #starts}
     * @param progress is told the name of the act and how far it is
     * @throws IllegalStateException if there is a crowd of other frames, size or seed already
     * @throws java.io.InterruptedIOException if the thread is interrupted; the same call goes on
     */
    public StartFolder pretrain(
            String name, CrowdOptions crowd, PretrainOptions options, BiConsumer<String, Progress> progress)
            throws IOException {
        var start = starts().named(checked("start", name));
        var faces = crowd("crowd", crowd, options.design().crop(), progress);
        return Pretraining.learn(
                run("pretrain-" + name).path(),
                faces,
                crowd,
                options,
                start.path(),
                step -> progress.accept(
                        "pre-train",
                        new Progress(
                                (int) (1000 * options.done(step.step(), step.seconds())),
                                1000,
                                "‰",
                                step.step() / step.seconds(),
                                "step %d, loss %.4f".formatted(step.step(), (step.lossA() + step.lossB()) / 2))));
    }

    /**
     * Chapter 6: where the time of a training step goes. A new network of these options is trained for a moment, and
     * forgotten.
     *
     * @param steps to measure, 3 or more; 30 make a steady median
     * @throws IllegalStateException as {@link #train(String, FaceFolder, FaceFolder, TrainOptions, Consumer)}
     */
    public StepTimes stepTimes(FaceFolder a, FaceFolder b, TrainOptions options, int steps)
            throws IOException, InterruptedException {
        return StepTimes.measure(a, b, options, steps, permitToTrain(a, b));
    }

    /**
     * Chapter 7: swaps the faces of a clip with a trained run, into {@link RunFolder#swap} of the run, now or found where
     * the same weights swapped it before.
     *
     * @throws IllegalStateException if one of the two people of the run has no consent that permits it
     */
    public SwappedClip swap(RunFolder run, Path target, SwapOptions options) throws IOException {
        var trained = new TrainedRun(run);
        permitToSwap(trained);
        var known = trained.swapped(target, options);
        return known.isPresent() ? known.get() : swapNow(run, target, options);
    }

    /**
     * Chapter 7: swaps the faces of a clip with a trained run.
     *
     * @param output an MP4 file
     * @param progress is told after each frame
     * @throws IllegalStateException if one of the two people of the run has no consent that permits it
     */
    public SwappedClip swap(RunFolder run, Path target, Path output, SwapOptions options, Consumer<SwapStep> progress)
            throws IOException {
        var trained = new TrainedRun(run);
        var permit = permitToSwap(trained);
        var workers = Runtime.getRuntime().availableProcessors();
        try (var model = run.openModel();
                var swapper = new VideoSwapper(model, this::finder, workers, options)) {
            return swapper.swap(target, output, permit, trained.origin(target, options), progress);
        }
    }

    /**
     * Chapter 7: swaps single frames with a trained run, step by step if asked. Its model and finder are this workbench's
     * and are closed with it.
     *
     * @throws IllegalStateException if one of the two people of the run has no consent that permits it
     */
    public FaceSwapper swapper(RunFolder run, SwapOptions options) throws IOException {
        permitToSwap(new TrainedRun(run));
        var model = run.openModel();
        opened.push(model::close);
        var finder = finder();
        opened.push(finder::close);
        return new FaceSwapper(model, finder, options);
    }

    /** A clip with the target on the left and its swap on the right. */
    public void sideBySide(RunFolder run, Path target, Path swap, Path output) throws IOException {
        SideBySide.write(target, swap, output, new TrainedRun(run).originOfBoth(target, swap));
    }

    /**
     * Measures a run of actor A over actor B against the rendered truth, as {@link #report(RunFolder, double)}; what it
     * took in all is not known here, and counts training and swapping alone.
     */
    public SwapReport report(RunFolder run) throws IOException {
        return report(run, run.card().seconds() + new TrainedRun(run).swapped().seconds());
    }

    /**
     * Measures a run of actor A over actor B against the rendered truth, and writes page and numbers into its folder. The
     * truth frames are swapped anew, as the run's {@code swap.mp4} was, but without label and codec.
     *
     * @param secondsTotal from the clips to this report
     * @throws IllegalStateException if the run is of other people, or its swap shows B: for them there is no truth
     * @throws IOException if the run has not swapped a clip yet
     */
    public SwapReport report(RunFolder run, double secondsTotal) throws IOException {
        var a = actor("a");
        var b = actor("b");
        var trained = new TrainedRun(run);
        var clip = trained.swapped();
        var options = clip.options();
        permitToSwap(trained);
        if (!trained.people().equals(List.of(a.alias(), b.alias())) || options.show() != Side.A) {
            throw new IllegalStateException(
                    "the swap of the run %s shows side %s of %s, and only a swap that shows %s over %s has a rendered truth"
                            .formatted(run.name(), options.show(), trained.people(), a.alias(), b.alias()));
        }
        if (!trained.made(clip)) {
            throw new IllegalStateException(
                    "the swap.mp4 of the run %s was made with other weights than the run has now: swap again"
                            .formatted(run.name()));
        }
        var last = run.lastStep()
                .orElseThrow(() ->
                        new IOException("the run %s has no steps in %s: put the file back, or train under another name"
                                .formatted(run.name(), run.historyFile())));
        var facts =
                new RunFacts(last.step(), last.seconds(), last.facesPerSecond(), clip.framesPerSecond(), secondsTotal);
        try (var model = run.openModel();
                var finder = finder();
                var recognizer = IdentityRecognizer.open(models)) {
            var swapper = new FaceSwapper(model, finder, options);
            var facesA = FaceFolder.open(faces(a.alias()));
            var facesB = FaceFolder.open(faces(b.alias()));
            var scorer = new SwapScorer(finder, recognizer, swapper, options, facesA, facesB);
            var report = new SwapReport(
                    scorer.score(truth()),
                    scorer.score(TruthSet.ofPictures(samples().resolve("held/held.jsonl"))),
                    facts,
                    run.history(),
                    Marks.swap(),
                    trained.origin(b.clip(), options));
            report.write(run.path());
            return report;
        }
    }

    /**
     * Frames of actor B's clip with their perfect swaps: A's face on B's head, rendered.
     *
     * @throws IOException if a file is missing or damaged
     */
    public TruthSet truth() throws IOException {
        return TruthSet.ofClip(
                samples().resolve("truth/truth.jsonl"), actor("b").clip());
    }

    /**
     * Whether a run is reported already: its swap and its report are there, made with its present weights.
     *
     * @param target the clip that was painted over
     * @param options of that swap
     */
    public boolean isReported(RunFolder run, Path target, SwapOptions options) throws IOException {
        return Files.exists(run.path().resolve(SwapReport.NUMBERS))
                && new TrainedRun(run).swapped(target, options).isPresent();
    }

    /** Closes what {@link #swapper} opened; nothing else stays open between acts. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }

    private SwappedClip swapNow(RunFolder run, Path target, SwapOptions options) throws IOException {
        try (var watch = Onlooker.beginAll("swap " + run.name())) {
            return swap(
                    run,
                    target,
                    run.swap(),
                    options,
                    step -> watch.accept(new Progress(
                            step.frames(),
                            step.of(),
                            "frames",
                            step.frames() / Math.max(step.seconds(), 1e-9),
                            step.swapped() + " swapped")));
        }
    }

    private CrowdFaces crowd(String name, CrowdOptions crowd, CropOptions crop, BiConsumer<String, Progress> progress)
            throws IOException {
        var pictures = project.resolve("data/actors").resolve(checked("crowd", name));
        Crowd.film(
                pictures,
                crowd,
                new RenderStudio(),
                Casting::adult,
                step -> progress.accept("film", new Progress(step.frames(), step.of(), "people", 0, "")));
        return new CrowdFolder(pictures, pictures.resolveSibling(name + "-faces"))
                .load(
                        models,
                        crop,
                        step -> progress.accept("extract", new Progress(step.frames(), step.of(), "people", 0, "")));
    }

    private FaceFinder finder() {
        return FaceFinder.open(models, ExtractOptions.standard());
    }

    private Permit permitToTrain(FaceFolder a, FaceFolder b) throws IOException {
        requireOwnFaces(a);
        requireOwnFaces(b);
        return consents.permit(Use.TRAIN, List.of(a.person(), b.person()), LocalDate.now());
    }

    private Permit permitToSwap(TrainedRun run) throws IOException {
        return consents.permit(Use.SWAP, run.people(), LocalDate.now());
    }

    /** The consent of an actor is for that actor, and not for whoever is given its alias. */
    private void requireOwnFaces(FaceFolder faces) throws IOException {
        for (var name : ActorClip.NAMES) {
            if (ActorClip.alias(name).equals(faces.person())) {
                var clip = ActorClip.sample(samples(), name).clip();
                if (!faces.source().source().sha256().equals(Sha256.of(clip))) {
                    throw new IllegalStateException(
                            "%s is named %s, but its faces are not from %s: extract them under the alias of the person they show"
                                    .formatted(faces.path(), faces.person(), clip));
                }
            }
        }
    }

    private Path samples() {
        return project.resolve("data/samples");
    }

    /** A name becomes the name of a folder, so it may not lead anywhere else. */
    private static String checked(String what, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,60}")) {
            throw new IllegalArgumentException(
                    "the name of a %s has letters, digits, dots, - and _, got \"%s\"; try \"first\""
                            .formatted(what, name));
        }
        return name;
    }
}
