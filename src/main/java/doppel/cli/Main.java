package doppel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Reads the command line and runs the command it names. */
@Command(
        name = "bash environment/workbench",
        description = "Doppel: a teaching workbench for face swapping, beside the book Exploring Deepfakes.",
        footer = "%n`setup` and `test` are further commands of the script itself.",
        mixinStandardHelpOptions = true,
        version = "Doppel 0.1.0",
        subcommands = {
            DemoCommand.class,
            ActorsCommand.class,
            ExtractCommand.class,
            CleanCommand.class,
            TrainCommand.class,
            ResumeCommand.class,
            PretrainCommand.class,
            SwapCommand.class,
            ReportCommand.class,
            ConsentCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Exits with the code of the command. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** The exit code: 0 done, 1 refused or failed, 2 mistyped. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(Main::mistyped)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    /** Without a command: the list of commands. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What the library refuses, it says in one sentence; anything else is a defect of Doppel and shows its trace. */
    private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        var said = failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException;
        if (said && failure.getMessage() != null) {
            var cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
            command.getErr().println(command.getColorScheme().errorText(sentence(cause)));
        } else {
            command.getErr().println("this is a defect of Doppel, please report it with the lines below:");
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Java's own messages about files are bare paths. */
    private static String sentence(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist: check the path";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written: change its permissions, or use another path";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return ((FileSystemException) failure).getFile() + " is in the way: use another path";
        }
        if (String.valueOf(failure.getMessage()).endsWith("No space left on device")) {
            return failure.getMessage() + ": free some space, and the same command goes on";
        }
        return failure.getMessage();
    }

    private static int mistyped(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText(mistake.getMessage()));
        command.getErr().printf("see: %s --help%n", command.getCommandSpec().qualifiedName());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
