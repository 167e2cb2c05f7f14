package doppel.cli;

import doppel.Workbench;
import doppel.actor.ActorFiles;
import doppel.actor.ActorRecipe;
import doppel.actor.Casting;
import doppel.actor.ContactSheet;
import doppel.actor.Crowd;
import doppel.actor.CrowdOptions;
import doppel.actor.MakingOf;
import doppel.actor.Performance;
import doppel.actor.RecipeFile;
import doppel.actor.RenderStudio;
import doppel.actor.SampleSet;
import doppel.actor.Studio;
import doppel.actor.Take;
import doppel.actor.TakeOptions;
import doppel.compute.Json;
import doppel.media.MarkedWriter;
import doppel.provenance.Consent;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chapter 3 at the terminal: synthetic people, rendered with exact labels. */
@Command(
        name = "actors",
        description = "renders a synthetic person: a clip with sound and exact labels, or a contact sheet",
        subcommands = CastCommand.class,
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ActorsCommand implements Callable<Integer> {

    private static final int SHEET_SIZE = 256;
    private static final List<String> PRESETS = List.of("a", "b", "c");

    @Spec
    private CommandSpec spec;

    private final Studio studio;

    @Parameters(
            arity = "0..1",
            paramLabel = "RECIPE",
            description = "a recipe file, or a, b or c of the shipped actors")
    private String recipe;

    @Option(names = "--out", description = "folder to write (default: data/actors/NAME)")
    private Path out;

    @Option(names = "--frames", description = "how many (default: 720 of a, 360 of others)")
    private Integer frames;

    @Option(names = "--size", description = "pixels a side (default: 512, of a contact sheet's pictures 256)")
    private Integer size;

    @Option(names = "--fps", defaultValue = "25", description = "frames a second")
    private double framesPerSecond;

    @Option(names = "--seed", description = "another performance of the same person")
    private Long seed;

    @Option(names = "--parts", description = "keep a picture of the parts beside each frame")
    private boolean parts;

    @Option(names = "--no-clip", description = "frames and labels only")
    private boolean noClip;

    @Option(names = "--contact-sheet", paramLabel = "FILE.png", description = "draw 40 moments on a page, and no clip")
    private Path sheet;

    @Option(names = "--steps", paramLabel = "FILE.png", description = "draw how the person is made, and no clip")
    private Path steps;

    ActorsCommand() {
        this(new RenderStudio());
    }

    ActorsCommand(Studio studio) {
        this.studio = studio;
    }

    @Override
    public Integer call() throws IOException {
        if (recipe == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "which actor? give a recipe file, or one of a, b and c, or cast, crowd or samples");
        }
        var person = recipe(recipe);
        requirePng(steps);
        requirePng(sheet);
        if (steps != null) {
            drawSteps(person);
        }
        if (sheet != null) {
            draw(person);
        }
        if (steps == null && sheet == null) {
            film(person);
        }
        return 0;
    }

    @Command(
            name = "crowd",
            description = "renders many random adults with labels, to train on before anyone's face is there",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    void crowd(
            @Option(names = "--count", defaultValue = "224", description = "people") int count,
            @Option(names = "--frames", defaultValue = "28", description = "pictures a person") int pictures,
            @Option(names = "--size", defaultValue = "256", description = "pixels a side") int pixels,
            @Option(names = "--seed", defaultValue = "7", description = "another seed, other people") long first,
            @Option(names = "--troupe", defaultValue = "8", description = "people who do the same") int troupe,
            @Option(names = "--out", description = "folder to write (default: data/actors/crowd)") Path folder)
            throws IOException {
        var options = new CrowdOptions(count, pictures, pixels, first, troupe);
        var into = folder == null ? actors("crowd") : folder;
        try (var bar = new Bar("crowd", "people", spec.commandLine().getOut())) {
            Crowd.film(into, options, studio, Casting::adult, step -> bar.show(step.frames(), step.of(), ""));
        }
        say("%s: %d people, %d pictures each%n", into, count, pictures);
    }

    @Command(
            name = "samples",
            description = "renders everything that data/samples ships",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    void samples(
            @Option(names = "--out", required = true, description = "folder to write") Path folder,
            @Option(names = "--work", description = "folder for frames (default: data/actors/samples)") Path work,
            @Option(names = "--frames-a", defaultValue = "720", description = "frames of actor a") int framesA,
            @Option(names = "--frames-b", defaultValue = "360", description = "frames of actor b") int framesB,
            @Option(names = "--size", defaultValue = "512", description = "pixels a side") int pixels)
            throws IOException {
        var set = new SampleSet(
                studio,
                SampleSet.Cast.shipped(),
                framesA,
                framesB,
                TakeOptions.standard().withSize(pixels));
        try (var bars = new Bars("frames", spec.commandLine().getOut())) {
            set.make(
                    folder,
                    work == null ? actors("samples") : work,
                    (name, step) -> bars.show("film " + name, step.frames(), step.of()));
        }
        say("%s: two actors, a dirty clip, truth and checksums%n", folder);
    }

    private void film(ActorRecipe person) throws IOException {
        var options = TakeOptions.standard()
                .withSize(size == null ? TakeOptions.standard().size() : size)
                .withFramesPerSecond(framesPerSecond)
                .withParts(parts);
        var count = frames == null ? (recipe.equals("a") ? 720 : 360) : frames;
        if (count < 1) {
            throw new IllegalArgumentException("frames must be 1 or more, got %d; try 360".formatted(count));
        }
        var performance = performance(person);
        performance.at(count / framesPerSecond);
        var folder = out == null ? actors(person.name()) : out;
        var take = Take.open(folder.resolve("take"), List.of(person), performance, options);
        try (var bar =
                new Bar("film " + person.name(), "frames", spec.commandLine().getOut())) {
            take.film(
                    studio.seat(person, options.size()),
                    IntStream.range(0, count).boxed().toList(),
                    step -> bar.show(step.frames(), step.of(), ""));
        }
        if (noClip) {
            say("%s: %d frames with labels and masks%n", folder.resolve("take"), count);
        } else {
            var clip = ActorFiles.write(person, take, count, folder);
            if (out == null) {
                putOnFile(folder.resolve(person.name() + ".consent.json"));
            }
            say("%s: %d frames, with sound, labels and consent%n", clip, count);
        }
    }

    /** The consent that an actor carries goes with the others, unless there is one already. */
    private static void putOnFile(Path carried) throws IOException {
        var consent = Json.read(carried, Consent.class);
        try (var bench = Workbench.open()) {
            if (bench.consents().find(consent.alias()).isEmpty()) {
                bench.consents().add(consent);
            }
        }
    }

    private void draw(ActorRecipe person) throws IOException {
        var pixels = size == null ? SHEET_SIZE : size;
        var options = TakeOptions.standard().withSize(pixels);
        try (var bar =
                new Bar("draw " + person.name(), "pictures", spec.commandLine().getOut())) {
            var page = ContactSheet.draw(
                    studio.seat(person, options.size()),
                    options.size(),
                    step -> bar.show(step.frames(), step.of(), ""));
            write(page, sheet, person);
        }
        say("%s: 40 moments of %s%n", sheet, person.name());
    }

    private void drawSteps(ActorRecipe person) throws IOException {
        var face = ActorRecipe.preset(person.name().equals("actor-a") ? "b" : "a");
        write(MakingOf.draw(person, face, size == null ? SHEET_SIZE : size), steps, person);
        say("%s: how %s is made%n", steps, person.name());
    }

    private static void write(BufferedImage page, Path file, ActorRecipe person) throws IOException {
        MarkedWriter.picture(page, file, Marks.actor(), new Origin(List.of(), Map.of("recipe", person), List.of()));
    }

    private Performance performance(ActorRecipe person) {
        if (seed != null) {
            return Performance.of(seed);
        }
        return PRESETS.contains(recipe) ? Performance.of(recipe) : Performance.of(person.seed());
    }

    /** Said before the rendering, and not after it. */
    private static void requirePng(Path page) {
        if (page != null && !page.toString().endsWith(".png")) {
            throw new IllegalArgumentException("a file name ending in .png is needed, got %s".formatted(page));
        }
    }

    private static ActorRecipe recipe(String nameOrFile) throws IOException {
        if (!PRESETS.contains(nameOrFile) && !Files.exists(Path.of(nameOrFile))) {
            throw new IOException("%s is missing: give a recipe file, or one of a, b and c".formatted(nameOrFile));
        }
        return PRESETS.contains(nameOrFile) ? ActorRecipe.preset(nameOrFile) : RecipeFile.read(Path.of(nameOrFile));
    }

    private static Path actors(String name) {
        try (var bench = Workbench.open()) {
            return bench.project().resolve("data/actors").resolve(name);
        }
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format, values);
    }
}
