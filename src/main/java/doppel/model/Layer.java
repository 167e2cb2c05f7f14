package doppel.model;

import java.util.List;

/**
 * One row of a network's table: what a block does to the picture that comes in.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI".
 *
 * @param part encoder, side A, side B or decoder
 * @param name what the block is
 * @param output the shape that comes out for one face: channels, height, width, or how many numbers
 * @param parameters numbers that training changes
 */
public record Layer(String part, String name, List<Integer> output, long parameters) {

    public Layer {
        output = List.copyOf(output);
    }
}
