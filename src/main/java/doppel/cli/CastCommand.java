package doppel.cli;

import doppel.Workbench;
import doppel.actor.Actor;
import doppel.actor.ActorRecipe;
import doppel.actor.Casting;
import doppel.actor.Moment;
import doppel.compute.Json;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.identity.IdentityRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for two people whom nobody mixes up. */
@Command(
        name = "cast",
        description = "searches random adults for pairs that a judge of identity holds for different people",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class CastCommand implements Callable<Integer> {

    private static final int SIZE = 256;
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--count", defaultValue = "60", description = "people to look at, about a second each")
    private int count;

    @Option(names = "--seed", defaultValue = "7", description = "another seed, other people")
    private long seed;

    @Option(names = "--least", defaultValue = "0.65", description = "smallest distance of a pair, 0 to 2")
    private double least;

    @Option(names = "--out", description = "folder for the recipes of the farthest pair")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!(least >= 0 && least <= 2)) {
            throw new IllegalArgumentException("least must be 0 to 2, got %s; try 0.65".formatted(least));
        }
        if (count < 2) {
            throw new IllegalArgumentException("a pair needs 2 people at least, got %d; try 60".formatted(count));
        }
        var identities = identities(Casting.candidates(seed, count));
        var pairs = Casting.pairs(new ArrayList<>(identities.keySet()), identities::get, least);
        for (var pair : pairs.subList(0, Math.min(SHOWN, pairs.size()))) {
            say("%.2f  %s  %s%n", pair.distance(), told(pair.a()), told(pair.b()));
        }
        say(
                "%d of %d people have a face that was found; %d pairs are at least %s apart%n",
                identities.size(), count, pairs.size(), least);
        if (out != null && !pairs.isEmpty()) {
            for (var recipe : List.of(pairs.get(0).a(), pairs.get(0).b())) {
                Json.write(out.resolve(recipe.name() + ".recipe.json"), recipe);
            }
            say("%s: recipes of the first pair%n", out);
        }
        return 0;
    }

    private Map<ActorRecipe, float[]> identities(List<ActorRecipe> people) throws IOException {
        var identities = new LinkedHashMap<ActorRecipe, float[]>();
        try (var bench = Workbench.open();
                var finder = FaceFinder.open(bench.models(), ExtractOptions.standard());
                var judge = IdentityRecognizer.open(bench.models());
                var bar = new Bar("cast", "people", spec.commandLine().getOut())) {
            for (int i = 0; i < people.size(); i++) {
                var picture =
                        Actor.cast(people.get(i), SIZE).shoot(Moment.frontal()).picture();
                var faces = finder.find(picture);
                if (!faces.isEmpty()) {
                    identities.put(
                            people.get(i),
                            judge.of(picture, faces.get(0).landmarks()).values());
                }
                bar.show(i + 1, people.size(), "");
            }
        }
        return identities;
    }

    private static String told(ActorRecipe recipe) {
        var body = recipe.body();
        return "%s (%s, %.0f)".formatted(recipe.name(), body.feminine() > .5 ? "woman" : "man", body.years());
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
    }
}
