package doppel.dataset;

import java.util.HashSet;
import java.util.List;

/**
 * The faces of many people, where people of one troupe do the same at the same moment.
 *
 * <p>Two of a troupe at one moment have the same pose, expression and light. So the face of one is the exact answer to
 * "draw the other as this one": only rendered people can give it.
 *
 * <p>Book: chapter 6, where two people never do the same, and what a swap should look like is nowhere to be learned.
 *
 * @param people in the order in which a network counts them
 */
public record CrowdFaces(List<Member> people) {

    /**
     * One person.
     *
     * @param faces all that there are of this person
     * @param moments of each face, which frame of the troupe's script it shows; each of them once
     * @param troupe whose script is followed
     */
    public record Member(TrainingFaces faces, List<Integer> moments, int troupe) {

        /**
         * @throws IllegalArgumentException if there is not one moment a face, or one moment twice
         */
        public Member {
            moments = List.copyOf(moments);
            if (moments.size() != faces.size()) {
                throw new IllegalArgumentException(
                        "every face needs its moment, got %d faces and %d moments: name the frame of each face"
                                .formatted(faces.size(), moments.size()));
            }
            if (new HashSet<>(moments).size() != moments.size()) {
                throw new IllegalArgumentException(
                        "a person has one face at a moment, got one twice in " + moments + ": leave the second out");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if there is nobody, or the people's faces are stored or cut differently
     */
    public CrowdFaces {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("a crowd needs people, got none: render some first");
        }
        var first = people.get(0).faces().window();
        for (int person = 0; person < people.size(); person++) {
            if (!people.get(person).faces().window().equals(first)) {
                throw new IllegalArgumentException(
                        "the faces of person %d are stored or cut in another way than those of person 0: use one crop"
                                .formatted(person));
            }
        }
    }
}
