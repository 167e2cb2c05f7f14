package doppel.actor;

/** Where recipes become people who can be photographed. */
public interface Studio {

    /**
     * @param recipe who
     * @param size pixels a side of the pictures
     */
    Sitter seat(ActorRecipe recipe, int size);

    /**
     * The exact answer of a swap: the face of one person on the head of another.
     *
     * @param body whose head, skin tone, hair, clothes and room
     * @param face whose face
     * @param size pixels a side of the pictures
     */
    Sitter seat(ActorRecipe body, ActorRecipe face, int size);
}
