package doppel.cli;

import doppel.actor.ActorRecipe;
import doppel.actor.Portrait;
import doppel.actor.Sitter;
import doppel.actor.Studio;

/** The studio that Doppel renders in. */
final class PortraitStudio implements Studio {

    @Override
    public Sitter seat(ActorRecipe recipe, int size) {
        return Portrait.of(recipe, size);
    }

    @Override
    public Sitter seat(ActorRecipe body, ActorRecipe face, int size) {
        return Portrait.of(body, size).wearing(Portrait.of(face, size));
    }
}
