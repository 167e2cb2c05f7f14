package doppel.notebook;

import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.Loop;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.messages.Message;

/**
 * Makes the kernel JJava a Doppel kernel: values show themselves, widgets live, prints arrive, errors give advice.
 *
 * <p>JJava finds this class by its service loader when it starts.
 */
public final class DoppelExtension implements Extension {

    /** Names the project's folder; the library knows it as a system property. */
    private static final String PROJECT_VARIABLE = "DOPPEL_PROJECT";

    private static final String PROJECT_PROPERTY = "doppel.project";

    /** The front end's name of a cell, in the request's metadata. */
    private static final String CELL = "cellId";

    @Override
    public void install(BaseKernel kernel) {
        Optional.ofNullable(System.getenv(PROJECT_VARIABLE))
                .ifPresent(project -> System.setProperty(PROJECT_PROPERTY, project));
        ParentWatch.begin();
        Thread.setDefaultUncaughtExceptionHandler(DoppelExtension::leaveIfBroken);
        var prints = new KernelStreams();
        var variables = new CellVariables(kernel);
        var heap = new HeapRescue(variables::shell, variables::clear);
        var errors = new KernelErrors(prints, heap);
        var requests = new CellRequests(errors, heap);
        var pump = new ShellPump();
        var wire = new KernelWire(kernel.getCommManager(), prints);
        Wire.plug(wire);
        wire.answerPages();
        prints.replace(
                kernel.getIO(),
                cell -> {
                    OpenWidgets.page().begin(id(cell));
                    heap.begin();
                    requests.serve(cell);
                    pump.begin(cell);
                },
                pump::end);
        Graft.set(kernel, BaseKernel.class, "errorStyler", errors);
        showByViews(kernel.getRenderer(), prints);
        kernel.evalRaw(Imports.source());
    }

    /** Every value goes through {@link Views}; JJava's own renderers go, as that of pictures cuts them short. */
    private static void showByViews(Renderer renderer, KernelStreams prints) {
        ((Map<?, ?>) Graft.get(renderer, Renderer.class, "renderFunctions")).clear();
        renderer.createRegistration(Object.class).preferring("text/plain").register((value, context) -> {
            prints.push();
            Views.of(value).forms().forEach(context.getOutputContainer()::putData);
        });
    }

    private static String id(ShellReplyEnvironment cell) {
        return cell.getContext() instanceof Message<?> request
                ? String.valueOf(request.getNonNullMetadata().getOrDefault(CELL, ""))
                : "";
    }

    /**
     * A kernel whose own threads have ended would hang for good; the server starts one that has left anew. Only an error
     * ends them, and that is a full heap.
     */
    private static void leaveIfBroken(Thread thread, Throwable fault) {
        if (fault instanceof OutOfMemoryError
                && (thread instanceof Loop || thread.getName().startsWith("iothread"))) {
            Runtime.getRuntime().halt(1);
        }
        fault.printStackTrace();
    }
}
