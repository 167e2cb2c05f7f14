package doppel.notebook;

import doppel.compute.ModelFiles;

/** The pretrained models: what each is for, how large, under which license, and whether it is here. */
final class ModelFilesView {

    private static final double MEGABYTE = 1e6;

    private ModelFilesView() {}

    static Bundle of(ModelFiles models) {
        var sheet = Sheet.of("pretrained models", "model", "for", "MB", "license", "here");
        for (var entry : ModelFiles.list()) {
            sheet = sheet.row(
                    entry.name(), entry.purpose(), entry.bytes() / MEGABYTE, entry.license(), here(models, entry));
        }
        return sheet.bundle();
    }

    private static String here(ModelFiles models, ModelFiles.Entry entry) {
        try {
            models.file(entry.name());
            return "✔";
        } catch (IllegalStateException missing) {
            return "✘ run workbench setup";
        }
    }
}
