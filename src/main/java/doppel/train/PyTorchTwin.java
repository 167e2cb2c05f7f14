package doppel.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import doppel.compute.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Python program that takes the same steps in PyTorch, {@code environment/bench/train_twin.py}: it waits while nobody
 * asks it to train.
 */
final class PyTorchTwin implements AutoCloseable {

    /**
     * How the twin begins.
     *
     * @param version of PyTorch
     * @param parameters of its network
     */
    record Greeting(String version, long parameters) {}

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter wishes;
    private final Greeting greeting;

    private PyTorchTwin(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.wishes = process.outputWriter(StandardCharsets.UTF_8);
        this.greeting = answer(Greeting.class);
    }

    /**
     * @param bench the folder of the twin, with its Python in {@code .venv}
     * @param work what the twin reads: see there
     * @throws IllegalStateException if PyTorch is not set up there; says how to
     * @throws IOException if the twin does not start; says what it said
     */
    static PyTorchTwin start(Path bench, Path work) throws IOException {
        var python = bench.resolve(".venv/bin/python");
        if (!Files.isExecutable(python)) {
            throw new IllegalStateException(
                    "PyTorch is not set up in %s: bash environment/workbench bench train".formatted(bench)
                            + " --against-pytorch does it, once, about 6 GB");
        }
        var errors = work.resolve("errors").toFile();
        var program = bench.resolve("train_twin.py").toString();
        var process = new ProcessBuilder(python.toString(), program, work.toString())
                .redirectError(errors)
                .start();
        try {
            return new PyTorchTwin(process);
        } catch (IOException fault) {
            process.destroy();
            throw new IOException("PyTorch's twin does not start: " + Files.readString(errors.toPath()), fault);
        }
    }

    Greeting greeting() {
        return greeting;
    }

    /** Takes one step; its losses of side A and side B. */
    float[] step() throws IOException {
        wish(0);
        return answer(float[].class);
    }

    /** Takes steps for so long, one at least; the seconds that each took. */
    List<Double> steps(double seconds) throws IOException {
        wish(seconds);
        return List.of(answer(Double[].class));
    }

    @Override
    public void close() {
        try {
            wishes.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            process.destroy();
        }
    }

    private void wish(double seconds) throws IOException {
        wishes.write(seconds + "\n");
        wishes.flush();
    }

    private <T> T answer(Class<T> type) throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("PyTorch's twin stopped");
        }
        try {
            return Json.mapper().readValue(line, type);
        } catch (JsonProcessingException other) {
            throw new IOException("PyTorch's twin said \"%s\"".formatted(line), other);
        }
    }
}
