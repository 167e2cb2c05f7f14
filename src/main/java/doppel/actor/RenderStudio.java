package doppel.actor;

/** The studio that Doppel renders in. */
public final class RenderStudio implements Studio {

    @Override
    public Sitter seat(ActorRecipe recipe, int size) {
        return Actor.cast(recipe, size);
    }

    @Override
    public Sitter seat(ActorRecipe body, ActorRecipe face, int size) {
        return Actor.cast(body, size).wearing(Actor.cast(face, size));
    }
}
