package doppel.provenance;

import java.util.List;

/**
 * Proof that everyone whose face an act needs has agreed to that use. Only {@link ConsentFolder#permit} gives it out.
 *
 * <p>Acts that need consent ask for a permit instead of promising to look: what has no permit cannot be called.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker".
 */
public final class Permit {

    private final Use use;
    private final List<String> people;

    Permit(Use use, List<String> people) {
        this.use = use;
        this.people = List.copyOf(people);
    }

    /** The aliases of everyone who agreed. */
    public List<String> people() {
        return people;
    }

    /**
     * @throws IllegalStateException if this is a permit for another use
     */
    public void requireUse(Use needed) {
        if (use != needed) {
            throw new IllegalStateException("this permits the use %s of %s, and %s is needed: ask ConsentFolder for it"
                    .formatted(use, people, needed));
        }
    }

    /**
     * @throws IllegalStateException if {@code person} is not among those who agreed
     */
    public void requirePerson(String person) {
        if (!people.contains(person)) {
            throw new IllegalStateException("the permit holds for %s, not for %s: ask ConsentFolder for %s too"
                    .formatted(people, person, person));
        }
    }

    @Override
    public String toString() {
        return "Permit to " + use + " " + people;
    }
}
