package doppel.notebook;

import doppel.Workbench;
import doppel.compute.ModelFiles;
import doppel.compute.Torch;
import doppel.provenance.Consent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The workbench: what it works with, how much it may do, whose consent is on file; this machine on the page alone. */
final class BenchView {

    private BenchView() {}

    static Bundle of(Workbench bench) {
        var budget = bench.budget().name().toLowerCase(Locale.ROOT);
        var bare = Sheet.of("Doppel workbench")
                .row("budget", budget)
                .row("models", models(bench))
                .row("consent on file", consents(bench));
        var java = Runtime.getRuntime();
        var whole = bare.row(
                        "device",
                        "%s, %d threads, libtorch %s"
                                .formatted(Torch.hasGpu() ? "GPU" : "CPU", Torch.threads(), Torch.version()))
                .row(
                        "memory",
                        "%,d MB for Java %d on %d cores"
                                .formatted(
                                        java.maxMemory() >> 20,
                                        Runtime.version().feature(),
                                        java.availableProcessors()))
                .row("Doppel", version());
        return Bundle.text(bare.text()).withHtml(whole.html().html());
    }

    private static String version() {
        var version = Workbench.class.getPackage().getImplementationVersion();
        return version == null ? "built from source" : version;
    }

    private static String models(Workbench bench) {
        var missing = ModelFiles.list().stream()
                .map(ModelFiles.Entry::name)
                .filter(name -> !isHere(bench, name))
                .toList();
        return missing.isEmpty()
                ? "all %d present".formatted(ModelFiles.list().size())
                : "missing: %s; run `bash environment/workbench setup`".formatted(String.join(", ", missing));
    }

    private static boolean isHere(Workbench bench, String model) {
        try {
            bench.models().file(model);
            return true;
        } catch (IllegalStateException missing) {
            return false;
        }
    }

    private static String consents(Workbench bench) {
        try {
            var consents = bench.consents().all();
            return consents.isEmpty() ? "none yet" : aliases(consents);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String aliases(List<Consent> consents) {
        return consents.stream()
                .map(consent -> consent.alias() + (consent.withdrawn().isPresent() ? " (withdrawn)" : ""))
                .collect(Collectors.joining(", "));
    }
}
