package doppel.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Which pictures a messy folder gets, in which order: the same for the same number and seed. */
final class MessPlan {

    /** Shares of the whole; what they leave is good pictures of the person. */
    private static final double OF_DIRTY_CLIP = .18;

    private static final double WRONG_PERSON = .06;
    private static final double DUPLICATE = .06;
    private static final double BLURRED = .04;
    private static final double DARK = .03;
    private static final double CUT_OFF = .04;
    private static final double OCCLUDED = .04;

    /** Of each way to damage a file. */
    private static final double DAMAGED = .01;

    /** Where a picture comes from. */
    enum Source {
        PERSON,
        OTHER,
        DIRTY
    }

    /** How a file is damaged. */
    enum Damage {
        TRUNCATED,
        EMPTY,
        TEXT,
        BOMB,
        LINK
    }

    /**
     * A picture to be written.
     *
     * @param place number of it in the folder
     * @param frame of the source
     * @param fault to be done to it; {@link FaultKind#NONE} leaves it as it is
     * @param seed of what is done
     * @param like place of the picture that a duplicate repeats
     */
    record Job(int place, Source source, int frame, FaultKind fault, long seed, int like) {}

    private MessPlan() {}

    /**
     * @param count pictures
     * @param good frames of the person's clip
     * @param other frames of another person's clip
     * @param dirty frames of the dirty clip that can be decoded
     */
    static List<Job> of(int count, int good, int other, int dirty, long seed) {
        var random = new Random(seed);
        var faults = new ArrayList<FaultKind>();
        add(faults, FaultKind.BLURRED, BLURRED * count);
        add(faults, FaultKind.DARK, DARK * count);
        add(faults, FaultKind.CUT_OFF, CUT_OFF * count);
        add(faults, FaultKind.OCCLUDED, OCCLUDED * count);
        add(faults, FaultKind.DAMAGED, Damage.values().length * Math.max(1, Math.round(DAMAGED * count)));
        var duplicates = (int) Math.round(DUPLICATE * count);
        var strangers = (int) Math.round(WRONG_PERSON * count);
        var fromDirty = (int) Math.min(dirty / 2, Math.round(OF_DIRTY_CLIP * count));
        var clean = count - faults.size() - duplicates - strangers - fromDirty;
        add(faults, FaultKind.NONE, clean);
        // the faults fall on frames all over the clip
        Collections.shuffle(faults, random);
        var frames = spread(good, faults.size());
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < faults.size(); i++) {
            jobs.add(new Job(0, Source.PERSON, frames.get(i), faults.get(i), random.nextLong(), -1));
        }
        var repeated = new ArrayList<>(
                jobs.stream().filter(job -> job.fault() == FaultKind.NONE).toList());
        Collections.shuffle(repeated, random);
        for (var job : repeated.subList(0, duplicates)) {
            jobs.add(new Job(0, Source.PERSON, job.frame(), FaultKind.DUPLICATE, random.nextLong(), -1));
        }
        for (var frame : spread(other, strangers)) {
            jobs.add(new Job(0, Source.OTHER, frame, FaultKind.WRONG_PERSON, random.nextLong(), -1));
        }
        for (var frame : spread(dirty, fromDirty)) {
            jobs.add(new Job(0, Source.DIRTY, frame, FaultKind.NONE, random.nextLong(), -1));
        }
        Collections.shuffle(jobs, random);
        return numbered(jobs);
    }

    private static List<Job> numbered(List<Job> jobs) {
        var numbered = new ArrayList<Job>();
        for (int place = 0; place < jobs.size(); place++) {
            var job = jobs.get(place);
            var like = job.fault() == FaultKind.DUPLICATE ? original(jobs, job.frame()) : place;
            numbered.add(new Job(place, job.source(), job.frame(), job.fault(), job.seed(), like));
        }
        return List.copyOf(numbered);
    }

    private static int original(List<Job> jobs, int frame) {
        return IntStream.range(0, jobs.size())
                .filter(i -> jobs.get(i).source() == Source.PERSON
                        && jobs.get(i).frame() == frame
                        && jobs.get(i).fault() == FaultKind.NONE)
                .findFirst()
                .orElseThrow();
    }

    private static void add(List<FaultKind> faults, FaultKind fault, double count) {
        faults.addAll(Collections.nCopies((int) Math.round(count), fault));
    }

    /** Numbers from 0 to {@code of}, as far from each other as they can be. */
    private static List<Integer> spread(int of, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (int) ((i + .5) * of / count))
                .toList();
    }
}
