package doppel.cli;

import doppel.Workbench;
import doppel.actor.ActorClip;
import doppel.compute.Devices;
import doppel.compute.ModelFiles;
import doppel.compute.Torch;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything Doppel needs and says, line by line, what is there, what is not, and how to get it. */
@Command(
        name = "doctor",
        description = "says what is installed, what is missing and how to get it",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_DISK_MEGABYTES = 2_000;

    @Spec
    private CommandSpec spec;

    private int faults;

    @Override
    public Integer call() throws IOException {
        try (var bench = Workbench.open()) {
            check("Java", () -> "%s, %d cores, %d MB for the program"
                    .formatted(
                            Runtime.version(),
                            Runtime.getRuntime().availableProcessors(),
                            Runtime.getRuntime().maxMemory() >> 20));
            tool("mvn", "needed to build: install Apache Maven 3.8 or newer");
            tool("python3", "needed for set-up: install Python 3.11 or newer");
            tool("npm", "needed to fetch the models: install Node.js 18 or newer");
            for (var entry : ModelFiles.list()) {
                check("model " + entry.name(), () -> bench.models().file(entry.name()) + ", " + entry.license());
            }
            for (var name : ActorClip.NAMES) {
                check("actor " + name, () -> bench.actor(name).clip().toString());
            }
            check("libtorch", () -> "%s, computes on %s".formatted(Torch.version(), Torch.device()));
            check("processor", Devices::processor);
            check("graphics card", () -> String.join("; ", Devices.cards()));
            check("disk", () -> disk(bench.project()));
            check("lab", () -> lab(bench.project()));
            check("consents", () -> bench.consents().all().size() + " on file");
        }
        out().println(faults == 0 ? "all is well" : faults + " of these need you");
        return faults == 0 ? 0 : 1;
    }

    private interface Look {
        String look() throws IOException;
    }

    private void check(String what, Look look) {
        try {
            out().printf("  ok  %-20s %s%n", what, look.look());
        } catch (IOException | RuntimeException fault) {
            faults++;
            out().printf("FAIL  %-20s %s%n", what, fault.getMessage());
        }
    }

    private void tool(String name, String remedy) {
        check(name, () -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".cmd")))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IOException("not on PATH, " + remedy)));
    }

    private static String disk(Path project) throws IOException {
        var free = Files.getFileStore(project).getUsableSpace() >> 20;
        if (free < LEAST_DISK_MEGABYTES) {
            throw new IOException(
                    "%d MB are free, and runs want %d: free some space".formatted(free, LEAST_DISK_MEGABYTES));
        }
        return free + " MB are free";
    }

    private static String lab(Path project) {
        return Files.exists(project.resolve("environment/.venv/lab-requirements.txt"))
                ? "set up"
                : "not set up yet: bash environment/workbench lab does it, about 260 MB";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
