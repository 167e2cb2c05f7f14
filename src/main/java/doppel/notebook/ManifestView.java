package doppel.notebook;

import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import java.util.List;
import java.util.stream.Collectors;

/** What an output says about itself; day and versions, which another making would change, on the page alone. */
final class ManifestView {

    private ManifestView() {}

    static Bundle of(Manifest manifest) {
        var stable = Sheet.of("manifest of " + names(manifest.outputs()))
                .row("label in the picture", manifest.marks().label())
                .row("source type in the file", manifest.marks().sourceType().uri())
                .row("consent of", String.join(", ", manifest.origin().consents()))
                .row("made from", names(manifest.origin().inputs()));
        var whole = stable;
        for (var option : manifest.origin().options().entrySet()) {
            whole = whole.row(option.getKey(), Words.of(option.getValue()));
        }
        for (var file : manifest.outputs()) {
            whole = whole.row("SHA-256 of " + file.name(), file.sha256());
        }
        whole = whole.row("made", manifest.made().toString()).row("with", manifest.versions());
        return Bundle.text(stable.text()).withHtml(whole.html().html());
    }

    private static String names(List<FileHash> files) {
        return files.stream().map(FileHash::name).collect(Collectors.joining(", "));
    }
}
