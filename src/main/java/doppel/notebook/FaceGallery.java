package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.clean.FaceRow;
import doppel.clean.Rule;
import doppel.clean.RuleBook;
import doppel.clean.RuleReport;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.figure.Gallery;
import doppel.figure.Ink;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The faces of a folder, sixty a page, to be looked at and decided about by key: arrows move, {@code k} keeps, {@code r}
 * rejects, {@code u} takes the last decision back, page up and page down turn pages.
 *
 * <p>Decisions go to the folder at once, so that training passes over what is rejected here.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class FaceGallery implements Displayable {

    private static final int PAGE = 60;
    private static final int STILL = 24;
    private static final int STILL_COLUMNS = 8;
    private static final int LETTERS = 14;

    private final FaceFolder folder;
    private final List<FaceRecord> faces;
    private final Decisions decisions;
    private final Function<FaceRecord, String> captions;
    private final WidgetSlot slot = new WidgetSlot(this::open);
    private final AtomicInteger count = new AtomicInteger();

    private FaceGallery(
            FaceFolder folder, List<FaceRecord> faces, Decisions decisions, Function<FaceRecord, String> captions) {
        this.folder = folder;
        this.faces = faces;
        this.decisions = decisions;
        this.captions = captions;
    }

    /**
     * All faces, in the order of the clip.
     *
     * @throws IOException if the folder's decisions are not readable
     */
    public static FaceGallery of(FaceFolder folder) throws IOException {
        return of(folder, folder.faces());
    }

    /**
     * Some faces, in the order given.
     *
     * @throws IOException if the folder's decisions are not readable
     * @throws IllegalArgumentException if there are none
     */
    public static FaceGallery of(FaceFolder folder, List<FaceRecord> faces) throws IOException {
        if (faces.isEmpty()) {
            throw new IllegalArgumentException(
                    "a gallery of %s needs a face, got none: choose with a wider rule".formatted(folder.person()));
        }
        return new FaceGallery(folder, List.copyOf(faces), Decisions.open(folder), face -> "");
    }

    /**
     * The faces that fail a rule, those furthest beyond its limit first, with what is measured and what else they fail.
     *
     * @param rule its name
     * @throws IOException if the folder's decisions are not readable
     * @throws IllegalArgumentException if there is no such rule, or no face fails it; or for damaged faces, which have no
     *     picture to look at
     */
    public static FaceGallery of(RuleReport report, String rule) throws IOException {
        var failing = report.failing(rule);
        if (rule.equals(RuleBook.WHOLE)) {
            throw new IllegalArgumentException(
                    "%d faces of %s are damaged and have no picture to look at: report.damaged() says why"
                            .formatted(failing.size(), report.faces().folder().person()));
        }
        if (failing.isEmpty()) {
            throw new IllegalArgumentException("no face of %s fails \"%s\": there is nothing to decide"
                    .formatted(report.faces().folder().person(), rule));
        }
        var test = report.book().rule(rule).test();
        var rows = report.faces().rows().stream().collect(Collectors.toMap(FaceRow::id, Function.identity()));
        return of(report.faces().folder(), failing).withCaptions(face -> {
            var others = report.failed(face.id()).size() - 1;
            var value = test instanceof Rule.Limits limits
                    ? "%s %s"
                            .formatted(
                                    limits.measure().label(),
                                    Digits.text(limits.measure().of(rows.get(face.id()))))
                    : "fails";
            return others == 0 ? value : value + ", +" + others;
        });
    }

    /** The same with a few words below each face. */
    public FaceGallery withCaptions(Function<FaceRecord, String> words) {
        return new FaceGallery(folder, faces, decisions, words);
    }

    /** Its static form is the first faces. */
    @Override
    public Bundle display() {
        return Bundle.text(stillWords()).withPicture(still()).withWidget(slot.get());
    }

    private AnyWidget open() {
        var state = new LinkedHashMap<>(page(0));
        state.put("focus", 0);
        state.put("side", FaceSheet.SIDE);
        state.put("columns", FaceSheet.COLUMNS);
        state.put("perPage", PAGE);
        state.put("count", faces.size());
        state.put("person", folder.person());
        var widget = AnyWidget.open("FaceGallery", state);
        return widget.onMessage((message, buffers) -> act(widget, message));
    }

    private void act(AnyWidget widget, JsonNode message) {
        try {
            var page = widget.get("page").asInt();
            switch (message.path("act").asText()) {
                case "turn" -> widget.set(page(message.path("page").asInt()));
                case "keep" -> decisions.keep(face(message).id(), Decisions.HAND);
                case "reject" -> decisions.reject(face(message).id(), Decisions.HAND);
                case "undo" -> show(widget, page, decisions.undo());
                case "redo" -> show(widget, page, decisions.redo());
                default -> {}
            }
            widget.set(marks(widget.get("page").asInt()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault.getMessage(), fault);
        }
    }

    /** Turns to the first of {@code ids} that this gallery has, unless it is on the page already. */
    private void show(AnyWidget widget, int page, List<String> ids) {
        for (int i = 0; i < faces.size(); i++) {
            if (ids.contains(faces.get(i).id())) {
                var state = new LinkedHashMap<String, Object>(i / PAGE == page ? Map.of() : page(i / PAGE));
                state.put("focus", i);
                widget.set(state);
                return;
            }
        }
    }

    private FaceRecord face(JsonNode message) {
        return faces.get(message.path("face").asInt());
    }

    private Map<String, Object> page(int page) {
        var shown = onPage(page);
        var state = new LinkedHashMap<>(marks(page));
        state.put("page", page);
        state.put("sheet", WebPicture.jpeg(FaceSheet.of(folder, shown)));
        state.put("captions", shown.stream().map(captions).toList());
        state.put("names", shown.stream().map(FaceRecord::id).toList());
        state.put("shown", count.incrementAndGet());
        return state;
    }

    private Map<String, Object> marks(int page) {
        var counts = decisions.counts();
        return Map.of(
                "marks",
                onPage(page).stream()
                        .map(face -> decisions.of(face.id()).name())
                        .toList(),
                "counts",
                "%d kept · %d rejected · %d undecided"
                        .formatted(
                                counts.get(Decision.KEPT),
                                counts.get(Decision.REJECTED),
                                counts.get(Decision.UNDECIDED)),
                "fault",
                "");
    }

    private List<FaceRecord> onPage(int page) {
        var first = Math.max(0, Math.min(page * PAGE, faces.size() - 1));
        return faces.subList(first, Math.min(first + PAGE, faces.size()));
    }

    private String stillWords() {
        return "%d of %,d faces of %s".formatted(Math.min(STILL, faces.size()), faces.size(), folder.person());
    }

    private BufferedImage still() {
        var cells = faces.stream().limit(STILL).map(this::cell).toList();
        var picture = new Gallery(cells, STILL_COLUMNS, FaceSheet.SIDE, Optional.empty()).draw();
        var sheet =
                new BufferedImage(picture.getWidth(), picture.getHeight() + 2 * LETTERS, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Ink.PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.setColor(Ink.TEXT);
        pen.setFont(Ink.font(LETTERS));
        pen.drawString(stillWords(), 1, sheet.getHeight() - LETTERS / 2);
        pen.dispose();
        return sheet;
    }

    private Gallery.Cell cell(FaceRecord face) {
        var picture = FaceSheet.thumbnail(folder, face);
        return switch (decisions.of(face.id())) {
            case KEPT -> new Gallery.Cell(picture, "kept", Optional.of(Ink.GREEN));
            case REJECTED -> new Gallery.Cell(picture, "rejected", Optional.of(Ink.B));
            case UNDECIDED -> new Gallery.Cell(picture, captions.apply(face), Optional.empty());
        };
    }
}
