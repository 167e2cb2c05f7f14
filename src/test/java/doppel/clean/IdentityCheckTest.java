package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four faces of actor A, and one of B among them. */
class IdentityCheckTest {

    private static final ModelFiles MODELS = ModelFiles.in(Path.of("data", "models"));

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    @BeforeAll
    static void render() throws IOException {
        var rendered = new RenderedFolder(temporary, "a");
        for (var yaw : List.of(0.0, 12.0, -12.0, 20.0)) {
            rendered.add(new Moment(0, Map.of(), yaw, 0, 0, 0, 0, Moment.Light.portrait()));
        }
        var other = new RenderedFolder(temporary.resolve("other"), "b").add(Moment.frontal());
        rendered.add(other, other.picture());
        folder = rendered.open();
    }

    @Test
    void somebodyElseIsLeastAlike() throws IOException {
        var check = IdentityCheck.of(folder, MODELS, 1);
        var least = check.least(5);
        assertEquals("000004-0", least.get(0).face().id());
        assertTrue(least.get(1).cosine() - least.get(0).cosine() > 0.15, least.toString());
        var between = (least.get(0).cosine() + least.get(1).cosine()) / 2;
        assertEquals(
                List.of("000004-0"),
                check.below(between).stream().map(FaceRecord::id).toList());
    }

    @Test
    void everyNthLooksAtFewer() throws IOException {
        assertEquals(2, IdentityCheck.of(folder, MODELS, 3).cosines().length);
        assertThrows(IllegalArgumentException.class, () -> IdentityCheck.of(folder, MODELS, 0));
    }
}
