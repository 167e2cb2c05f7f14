package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The parts of a network with their weights, and the way of a face through them. */
final class Network {

    static final String ENCODER = "encoder";
    static final String BOTH = "both";
    static final String DECODER = "decoder";

    private final Plan plan;
    private final Part encoder;
    private final List<Part> people;
    private final Part both;
    private final Part decoder;

    private Network(Plan plan, Part encoder, List<Part> people, Part both, Part decoder) {
        this.plan = plan;
        this.encoder = encoder;
        this.people = List.copyOf(people);
        this.both = both;
        this.decoder = decoder;
    }

    /** With random weights, owned by {@code owner}; all people begin alike. */
    static Network begin(NDManager owner, Plan plan, int people, long seed) {
        var random = new SplittableRandom(seed);
        var encoder = Part.begin(owner, ENCODER, plan.encoder(), random.split());
        var first = Part.begin(owner, person(0), plan.person(), random.split());
        var decoder = Part.begin(owner, DECODER, plan.decoder(), random.split());
        var both = Part.begin(owner, BOTH, plan.both(), random.split());
        return new Network(plan, encoder, alike(owner, first, people), both, decoder);
    }

    /** With weights that were saved. */
    static Network of(Plan plan, int people, Map<String, NDArray> saved) {
        return new Network(
                plan,
                Part.of(ENCODER, plan.encoder(), saved),
                IntStream.range(0, people)
                        .mapToObj(i -> Part.of(person(i), plan.person(), saved))
                        .toList(),
                Part.of(BOTH, plan.both(), saved),
                Part.of(DECODER, plan.decoder(), saved));
    }

    /** Its own copy of the shared weights, for so many people who all begin as person 0. */
    Network forPeople(NDManager owner, int count) {
        var first = people.get(0).copy(owner, person(0));
        return new Network(
                plan,
                encoder.copy(owner, ENCODER),
                alike(owner, first, count),
                both.copy(owner, BOTH),
                decoder.copy(owner, DECODER));
    }

    /** The same weights once more. */
    Network copy(NDManager owner) {
        return new Network(
                plan,
                encoder.copy(owner, ENCODER),
                IntStream.range(0, people.size())
                        .mapToObj(i -> people.get(i).copy(owner, person(i)))
                        .toList(),
                both.copy(owner, BOTH),
                decoder.copy(owner, DECODER));
    }

    /** Makes person 0 the mean of that person and others. */
    void mixIntoFirst(List<Part> others) {
        var mean = people.get(0).weights().values();
        for (var other : others) {
            var theirs = other.weights().values().iterator();
            mean.forEach(weight -> weight.addi(theirs.next()));
        }
        mean.forEach(weight -> weight.divi(1 + others.size()));
    }

    List<Part> people() {
        return people;
    }

    /** What is left of each face, {@code (N, code)}. */
    NDArray codes(NDArray faces) {
        return encoder.forward(faces, 0, plan.blocksToCode());
    }

    /**
     * Draws codes as several people.
     *
     * @param codes {@code (K N, code)}
     * @param as K people; the first N codes are drawn as the first of them
     * @return {@code (K N, 3 or 4, size, size)}
     */
    NDArray draw(NDArray codes, List<Integer> as) {
        var shared = encoder.forward(codes, plan.blocksToCode(), encoder.length());
        var each = shared.split(as.size());
        var drawn = new NDList();
        for (int i = 0; i < as.size(); i++) {
            drawn.add(people.get(as.get(i)).forward(each.get(i)));
        }
        var own = drawn.size() == 1 ? drawn.get(0) : NDArrays.concat(drawn);
        return decoder.forward(plan.both().isEmpty() ? own : own.concat(both.forward(shared), 1));
    }

    /** What each block answers to a face that is drawn as a person, in the order of {@link LayerTable#rows}. */
    List<NDArray> outputs(NDArray face, int person) {
        var outputs = new ArrayList<>(encoder.outputs(face));
        var code = outputs.get(outputs.size() - 1);
        var own = people.get(person).outputs(code);
        var beside = both.outputs(code);
        outputs.addAll(own);
        outputs.addAll(beside);
        var drawn = own.get(own.size() - 1);
        outputs.addAll(decoder.outputs(beside.isEmpty() ? drawn : drawn.concat(beside.get(beside.size() - 1), 1)));
        return outputs;
    }

    /** All weights by name. */
    Map<String, NDArray> weights() {
        var all = new LinkedHashMap<>(encoder.weights());
        people.forEach(person -> all.putAll(person.weights()));
        all.putAll(both.weights());
        all.putAll(decoder.weights());
        return Collections.unmodifiableMap(all);
    }

    static String person(int number) {
        return "person." + number;
    }

    private static List<Part> alike(NDManager owner, Part first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? first : first.copy(owner, person(i)))
                .toList();
    }
}
