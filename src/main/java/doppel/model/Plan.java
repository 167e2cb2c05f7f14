package doppel.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The blocks of a network: an encoder, what each person has alone, what stands beside it for everybody, and what comes
 * after both.
 *
 * @param encoder from the picture to the code and, if all share it, the first step back
 * @param person once for each person
 * @param both what everybody's code passes through beside a person's own blocks; empty if there is no such thing
 * @param decoder from there to the picture; empty if each person's blocks draw it to its end
 */
record Plan(List<Block> encoder, List<Block> person, List<Block> both, List<Block> decoder) {

    Plan {
        encoder = List.copyOf(encoder);
        person = List.copyOf(person);
        both = List.copyOf(both);
        decoder = List.copyOf(decoder);
    }

    /** How many of the encoder's blocks a face passes through until it is a code. */
    int blocksToCode() {
        return 1
                + IntStream.range(0, encoder.size())
                        .filter(i -> encoder.get(i) instanceof Linear)
                        .findFirst()
                        .orElseThrow();
    }
}
