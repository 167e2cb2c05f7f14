package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFileTest {

    private static final String REMEDY = "begin with a copy of the recipe of an actor, such as actor-a.recipe.json";

    @TempDir
    Path folder;

    @Test
    void aWordThatIsNoChoiceIsToldTheChoices() throws IOException {
        refuses(
                "hair.style must be one of [CROPPED, SIDE_PARTED, TIED_BACK, CURLY], got \"mohawk\"",
                recipe -> recipe.withObject("/hair").put("style", "mohawk"));
    }

    @Test
    void aMissingNumberIsNamed() throws IOException {
        refuses("body.weight is missing: " + REMEDY, recipe -> recipe.withObject("/body")
                .remove("weight"));
    }

    @Test
    void whatIsNoNumberIsShownWhereItStands() throws IOException {
        refuses("sliders.nose-hump must not be \"much\": " + REMEDY, recipe -> recipe.withObject("/sliders")
                .put("nose-hump", "much"));
        refuses("sliders must not be a list: " + REMEDY, recipe -> recipe.putArray("sliders"));
    }

    @Test
    void aColorThatIsNullIsRefusedAsAnyOther() throws IOException {
        refuses(
                "a color is # and six digits 0 to 9 and a to f, got \"null\"; try #d8a68a",
                recipe -> recipe.withObject("/skin").putNull("tone"));
    }

    @Test
    void whatIsNoRecipeAtAllIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("recipe.json"), "[1, 2]");
        var refused = assertThrows(IOException.class, () -> RecipeFile.read(file));
        assertEquals(file + " holds no recipe: " + REMEDY, refused.getMessage());
    }

    private void refuses(String words, Consumer<ObjectNode> change) throws IOException {
        var recipe = (ObjectNode) Json.mapper().valueToTree(FlatStudio.recipe("x", 1));
        change.accept(recipe);
        var file = folder.resolve("recipe.json");
        Json.write(file, recipe);
        var refused = assertThrows(IOException.class, () -> RecipeFile.read(file));
        assertEquals(file + ": " + words, refused.getMessage());
    }
}
