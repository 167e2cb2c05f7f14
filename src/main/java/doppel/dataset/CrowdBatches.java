package doppel.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An endless supply of batches of a crowd: "this is person i; draw person j at the same moment".
 *
 * <ol>
 *   <li>Any troupe is chosen, a large one more often, and some of its people to be drawn.
 *   <li>For each of them, faces at any moments are the targets.
 *   <li>The input of each is, by chance, somebody else of the troupe at that moment, or the same face.
 *   <li>Both are moved, mirrored and recolored alike; the input alone is bent.
 * </ol>
 *
 * <p>Made in the background as {@link FaceBatches} are, and as they a pure function of the seed and the step.
 *
 * <p>Book: chapter 6, "Training".
 */
public final class CrowdBatches implements AutoCloseable {

    private final CrowdFaces crowd;
    private final int people;
    private final int each;
    private final double paired;
    private final long seed;
    private final List<List<Integer>> troupes;
    private final List<Map<Integer, Integer>> numbers = new ArrayList<>();
    private final BatchRing ring;

    /**
     * Starts the background thread.
     *
     * @param people drawn in one step, 1 to 256; of a smaller troupe some are drawn twice
     * @param each faces a person, 1 to 256
     * @param paired chance that the input shows somebody else than the target, 0 to 1. 0: a start that redraws faces
     *     and swaps none. 1: it never sees the person that it draws
     * @param firstStep number of the first batch; where a resumed run goes on
     * @throws IllegalArgumentException if a number is out of its range, or {@code people * each} is odd
     */
    public CrowdBatches(
            CrowdFaces crowd,
            AugmentOptions augment,
            Emphasis emphasis,
            int people,
            int each,
            double paired,
            long seed,
            long firstStep) {
        require("people", people);
        require("each", each);
        if (people * each % 2 != 0) {
            throw new IllegalArgumentException(
                    "a batch has two halves, but %d people of %d faces are %d faces: make one of the two numbers even"
                            .formatted(people, each, people * each));
        }
        if (!(paired >= 0 && paired <= 1)) {
            throw new IllegalArgumentException("paired must be 0 to 1, got " + paired + "; try 0.5");
        }
        this.crowd = crowd;
        this.people = people;
        this.each = each;
        this.paired = paired;
        this.seed = seed;
        var byTroupe = new TreeMap<Integer, List<Integer>>();
        for (int person = 0; person < crowd.people().size(); person++) {
            var member = crowd.people().get(person);
            byTroupe.computeIfAbsent(member.troupe(), troupe -> new ArrayList<>())
                    .add(person);
            var numberAt = new HashMap<Integer, Integer>();
            for (int number = 0; number < member.moments().size(); number++) {
                numberAt.put(member.moments().get(number), number);
            }
            numbers.add(numberAt);
        }
        this.troupes = crowd.people().stream()
                .map(member -> byTroupe.get(member.troupe()))
                .toList();
        var size = crowd.people().get(0).faces().crop().size();
        this.ring = BatchRing.start(people * each, size, augment, emphasis, seed, firstStep, this::worker);
    }

    /**
     * The next batch; waits if it is not ready yet. Close it when the step is done.
     *
     * @throws IllegalStateException if the background thread failed, with its failure as the cause; or if this is
     *     closed
     */
    public CrowdBatch take() throws InterruptedException {
        var batch = ring.take();
        return new CrowdBatch(batch, cast(batch.step()));
    }

    /** Makes batches in another way from the next one on. For the thread that takes the batches. */
    public void change(AugmentOptions augment, Emphasis emphasis) {
        ring.change(augment, emphasis);
    }

    /** Stops the background thread and waits for it. */
    @Override
    public void close() {
        ring.close();
    }

    private BatchRing.Worker worker() {
        var augmenter = new FaceAugmenter(crowd.people().get(0).faces().window());
        return (step, place, augment, emphasis, dice, slice) -> {
            var drawn = cast(step).get(place / each);
            var member = crowd.people().get(drawn);
            var moment = member.moments().get(member.faces().draw(dice.choice()));
            var pairs = dice.choice().nextDouble() < paired;
            var seen = pairs ? partner(drawn, moment, dice.choice()) : drawn;
            var others = others(seen, moment);
            augmenter.augment(face(seen, moment), face(drawn, moment), others, augment, emphasis, dice, slice);
        };
    }

    /** Who is drawn in a step: the troupe of anybody, in any order, again from the first if it is too small. */
    private List<Integer> cast(long step) {
        var random = Dice.of(~seed, step);
        var troupe = new ArrayList<>(troupes.get(random.nextInt(troupes.size())));
        for (int last = troupe.size() - 1; last > 0; last--) {
            var other = random.nextInt(last + 1);
            troupe.set(last, troupe.set(other, troupe.get(last)));
        }
        return IntStream.range(0, people)
                .mapToObj(place -> troupe.get(place % troupe.size()))
                .toList();
    }

    /** Somebody else of the troupe at this moment; the same person if nobody else is there. */
    private int partner(int person, int moment, RandomGenerator random) {
        var there = troupes.get(person).stream()
                .filter(other -> other != person && numbers.get(other).containsKey(moment))
                .toList();
        return there.isEmpty() ? person : there.get(random.nextInt(there.size()));
    }

    private OtherFaces others(int person, int moment) {
        return new OtherFaces() {
            @Override
            public TrainingFace any(RandomGenerator random) {
                var faces = crowd.people()
                        .get(random.nextInt(crowd.people().size()))
                        .faces();
                return faces.face(faces.draw(random));
            }

            @Override
            public TrainingFace near(RandomGenerator random) {
                return face(partner(person, moment, random), moment);
            }
        };
    }

    private TrainingFace face(int person, int moment) {
        return crowd.people().get(person).faces().face(numbers.get(person).get(moment));
    }

    private static void require(String name, int value) {
        if (value < 1 || value > 256) {
            throw new IllegalArgumentException(name + " must be 1 to 256, got " + value + "; try 4");
        }
    }
}
