package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeTest {

    private static final ActorRecipe RECIPE = FlatStudio.recipe("x", 1);
    private static final Performance PERFORMANCE = Performance.of(3);
    private static final TakeOptions OPTIONS = TakeOptions.standard().withSize(64);

    @TempDir
    Path folder;

    private final FlatStudio studio = new FlatStudio();
    private final Sitter sitter = studio.seat(RECIPE, 64);

    @Test
    void aTakeThatWasStoppedGoesOnWithWhatLacks() throws IOException {
        var steps = new ArrayList<TakeStep>();
        var take = Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS);
        var broken = assertThrows(
                IllegalStateException.class,
                () -> take.film(
                        moment -> {
                            if (moment.seconds() > .1) {
                                throw new IllegalStateException("power cut");
                            }
                            return sitter.shoot(moment);
                        },
                        List.of(0, 1, 2, 3, 4),
                        steps::add));
        assertEquals("power cut", broken.getMessage());
        var before = studio.shots();
        assertTrue(before >= 3, before + " shots");
        var again = Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS);
        again.film(sitter, List.of(0, 1, 2, 3, 4), steps::add);
        assertEquals(5, studio.shots());
        assertEquals(new TakeStep(5, 5), steps.get(steps.size() - 1));
    }

    @Test
    void aFrameComesBackAsItWasFilmed() throws IOException {
        var take = Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS.withParts(true));
        take.film(sitter, List.of(7), step -> {});
        var shot = sitter.shoot(PERFORMANCE.at(7 / 25.0));
        assertArrayEquals(Spoiler.pixels(shot.picture()), Spoiler.pixels(take.picture(7)));
        assertEquals(shot.face(), take.face(7));
        assertEquals(shot.face(), take.person(7));
        assertEquals(ShotLabel.of(7, shot), take.label(7));
    }

    @Test
    void framesOfOtherPeopleOrSizesDoNotMix() throws IOException {
        Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS);
        var size = assertThrows(
                IllegalStateException.class,
                () -> Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS.withSize(128)));
        assertTrue(
                size.getMessage().contains("options") && size.getMessage().contains("another folder"),
                size.getMessage());
        var other = FlatStudio.recipe("y", 2);
        var person = assertThrows(
                IllegalStateException.class, () -> Take.open(folder, List.of(other), PERFORMANCE, OPTIONS));
        assertTrue(person.getMessage().contains("recipeSha256"), person.getMessage());
        assertThrows(IllegalStateException.class, () -> Take.open(folder, List.of(RECIPE), Performance.of(4), OPTIONS));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var refusal = assertThrows(IOException.class, () -> Take.open(file, List.of(RECIPE), PERFORMANCE, OPTIONS));
        assertTrue(refusal.getMessage().contains("give a folder"), refusal.getMessage());
    }

    @Test
    void tooManyFramesAreRefusedBeforeTheFirst() throws IOException {
        var take = Take.open(folder, List.of(RECIPE), PERFORMANCE, OPTIONS);
        assertThrows(IllegalArgumentException.class, () -> take.film(sitter, List.of(0, 9000), step -> {}));
        assertEquals(0, studio.shots());
    }

    @Test
    void optionsSayWhatTheyTake() {
        var size = assertThrows(IllegalArgumentException.class, () -> OPTIONS.withSize(5000));
        assertEquals("size must be 64 to 2048 pixels, got 5000; try 512", size.getMessage());
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withFramesPerSecond(0));
    }
}
