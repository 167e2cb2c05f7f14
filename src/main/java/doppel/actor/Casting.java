package doppel.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Proposes who should play together: adults whom a judge of identity holds for different people.
 *
 * <p>Rendered people come out more alike than real ones, and a swap between two who look alike teaches nothing. So the
 * search draws many, lets a judge look at each, and keeps the pairs that are far apart.
 *
 * <p>Book: chapter 4, "Matching the source and the target".
 */
public final class Casting {

    private Casting() {}

    /**
     * Two people and how far apart they are.
     *
     * @param a one
     * @param b the other
     * @param distance 1 - cosine of their identities, 0 the same to 2
     */
    public record Pair(ActorRecipe a, ActorRecipe b, double distance) {}

    /** A random person who looks adult: the same for the same seed. */
    public static ActorRecipe adult(long seed) {
        return LongStream.iterate(seed, last -> last * 0x5DEECE66DL + 11)
                .mapToObj(ActorRecipe::random)
                .filter(recipe -> AdultLook.of(Person.of(recipe)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Random people who look adult: the same seed gives the same ones.
     *
     * @param count how many
     */
    public static List<ActorRecipe> candidates(long seed, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> adult(seed * 10_000 + i))
                .toList();
    }

    /**
     * All pairs that are far enough apart, the farthest first.
     *
     * @param people who may play
     * @param judge the identity of a person in a frontal picture, as a vector of length 1
     * @param least smallest distance, 0 to 2; .65 tells actors apart well
     */
    public static List<Pair> pairs(List<ActorRecipe> people, Function<ActorRecipe, float[]> judge, double least) {
        var identities = people.stream().map(judge).toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                var distance = 1 - cosine(identities.get(i), identities.get(j));
                if (distance >= least) {
                    pairs.add(new Pair(people.get(i), people.get(j), distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance).reversed());
        return List.copyOf(pairs);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
