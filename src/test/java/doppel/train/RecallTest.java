package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.AugmentOptions;
import doppel.dataset.FaceBatches;
import doppel.model.Side;
import doppel.model.SwapModel;
import org.junit.jupiter.api.Test;

class RecallTest {

    @Test
    void fallsWhileANetworkLearns() throws InterruptedException {
        var a = DrawnSides.a().faces();
        var b = DrawnSides.b().faces();
        try (var trainer = new Trainer(SwapModel.create(DrawnSides.tinyDesign(), 1), LearnOptions.quick());
                var batches = new FaceBatches(a, b, AugmentOptions.none(), 4, 1, 0)) {
            var before = Recall.of(trainer.model(), Side.A, a, 8);
            for (int step = 0; step < 80; step++) {
                try (var batch = batches.take()) {
                    trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
                }
            }
            var after = Recall.of(trainer.model(), Side.A, a, 8);
            assertTrue(after < 0.6 * before, "from %s to %s".formatted(before, after));
        }
    }

    /** A batch of the only face there is, without augmentation, has the loss that training would see. */
    @Test
    void isTheLossOfTheTraining() throws InterruptedException {
        var a = DrawnSides.a().faces();
        try (var trainer = new Trainer(SwapModel.create(DrawnSides.tinyDesign(), 1), LearnOptions.quick());
                var batches = new FaceBatches(a, a, AugmentOptions.none(), 64, 1, 0);
                var batch = batches.take()) {
            var recall = Recall.of(trainer.model(), Side.A, a, 8);
            var losses = trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
            // 64 draws of 8 faces, which are much alike
            assertEquals(losses.lossA(), recall, 0.02);
        }
    }

    @Test
    void aNetworkThatKnowsNothingDrawsOnePictureForAll() {
        var a = DrawnSides.a().faces();
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            model.weights().values().forEach(weight -> weight.muli(0));
            assertEquals(0, Recall.variety(model, Side.A, a, 8), 1e-6);
        }
    }

    @Test
    void moreFacesThanThereAreIsFineAndNoneIsNot() {
        var a = DrawnSides.a().faces();
        try (var model = SwapModel.create(DrawnSides.tinyDesign(), 1)) {
            assertEquals(Recall.of(model, Side.A, a, 8), Recall.of(model, Side.A, a, 100), 1e-12);
            assertThrows(IllegalArgumentException.class, () -> Recall.of(model, Side.A, a, 0));
        }
    }
}
