package doppel.actor;

import java.util.Map;

/** People with the looks that a test asks for. */
final class Looks {

    private Looks() {}

    static Person woman(ActorRecipe.Style style) {
        return person(1, style, ActorRecipe.Beard.SHAVEN, "#d8a68a");
    }

    static Person man(ActorRecipe.Style style, ActorRecipe.Beard beard) {
        return person(0, style, beard, "#c99a7c");
    }

    private static Person person(double feminine, ActorRecipe.Style style, ActorRecipe.Beard beard, String tone) {
        return Person.of(new ActorRecipe(
                "actor-test",
                5,
                new ActorRecipe.Body(feminine, 48, .3, .3, .4, .5, .5),
                Map.of(),
                .2,
                new ActorRecipe.Skin(tone, "#b0655c", .5, .2, .4),
                new ActorRecipe.Eyes("#5a4632", 1),
                new ActorRecipe.Hair(style, "#3a281c", .1, .5, beard),
                new ActorRecipe.Clothes("#3f5f66", false),
                new ActorRecipe.Room("#6d7478", "#ffe2b8")));
    }
}
