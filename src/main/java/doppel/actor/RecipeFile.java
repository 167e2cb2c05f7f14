package doppel.actor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Recipes that people write: what is wrong in one is said in the words of the recipe. */
public final class RecipeFile {

    /** Whatever the file holds, so that it is looked at piece by piece. */
    private record Recipe(@JsonValue ObjectNode values) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Recipe {}
    }

    private RecipeFile() {}

    /**
     * @throws IOException if the file is missing, no JSON, or not a recipe of an adult
     */
    public static ActorRecipe read(Path file) throws IOException {
        var values = Json.read(file, Recipe.class).values();
        for (var part : ActorRecipe.class.getRecordComponents()) {
            if (!values.hasNonNull(part.getName())) {
                throw new IOException(
                        "%s has no \"%s\": begin with a copy of the recipe of an actor, such as actor-a.recipe.json"
                                .formatted(file, part.getName()));
            }
        }
        try {
            return Json.mapper().treeToValue(values, ActorRecipe.class);
        } catch (ValueInstantiationException refused) {
            throw new IOException("%s: %s".formatted(file, refused.getCause().getMessage()), refused);
        } catch (JsonProcessingException broken) {
            throw new IOException(
                    "%s is not readable as a recipe: %s"
                            .formatted(
                                    file,
                                    broken.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("no message")),
                    broken);
        }
    }
}
