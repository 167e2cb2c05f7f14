package doppel.actor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Recipes that people write: what is wrong in one is said in the words of the recipe.
 *
 * <p>Book: chapter 3, "Sourcing data".
 */
public final class RecipeFile {

    private static final String REMEDY = "begin with a copy of the recipe of an actor, such as actor-a.recipe.json";

    /** Whatever the file holds, so that it is looked at piece by piece. */
    private record Recipe(JsonNode values) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Recipe {}
    }

    private RecipeFile() {}

    /**
     * Reads a recipe.
     *
     * @throws IOException if the file is missing, no JSON, or not a recipe of an adult
     */
    public static ActorRecipe read(Path file) throws IOException {
        var values = Json.read(file, Recipe.class).values();
        if (!values.isObject()) {
            throw new IOException("%s holds no recipe: %s".formatted(file, REMEDY));
        }
        for (var part : ActorRecipe.class.getRecordComponents()) {
            if (!values.hasNonNull(part.getName())) {
                throw new IOException("%s has no \"%s\": %s".formatted(file, part.getName(), REMEDY));
            }
        }
        try {
            return Json.mapper().treeToValue(values, ActorRecipe.class);
        } catch (ValueInstantiationException refused) {
            throw new IOException("%s: %s".formatted(file, refused.getCause().getMessage()), refused);
        } catch (JsonMappingException misfit) {
            throw new IOException("%s: %s".formatted(file, told(misfit, values)), misfit);
        } catch (JsonProcessingException broken) {
            throw new IOException("%s holds no recipe (%s): %s".formatted(file, broken.getOriginalMessage(), REMEDY));
        }
    }

    /** Which value does not fit where it stands. */
    private static String told(JsonMappingException misfit, JsonNode values) {
        var place = misfit.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .toList();
        var value = values;
        for (var step : place) {
            value = value.path(step);
        }
        var name = String.join(".", place);
        if (value.isMissingNode() || value.isNull()) {
            return "%s is missing: %s".formatted(name, REMEDY);
        }
        if (misfit instanceof InvalidFormatException word
                && word.getTargetType().isEnum()) {
            return "%s must be one of %s, got %s"
                    .formatted(name, Arrays.toString(word.getTargetType().getEnumConstants()), value);
        }
        // a list or object may be long
        var shown = value.isValueNode() ? value.toString() : value.isArray() ? "a list" : "an object";
        return "%s must not be %s: %s".formatted(name, shown, REMEDY);
    }
}
