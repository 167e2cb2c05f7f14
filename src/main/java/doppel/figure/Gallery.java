package doppel.figure;

import doppel.image.Mats;
import doppel.image.Warp;
import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pictures with captions, side by side in one picture.
 *
 * <pre>{@code Gallery.of().with("frame", frame).with("swap", swap).withHeight(240)}</pre>
 *
 * <p>Each picture is resized to the height of the gallery and keeps its shape. A notebook shows a gallery as what
 * {@link #draw} returns.
 *
 * @param cells the pictures, row by row
 * @param columns cells a row; 0 for as many as fit a page
 * @param height of each picture, in pixels
 * @param marks visible label of all pictures, if all show made faces: drawn into each that is at least 96 pixels high
 *     and on the whole otherwise; empty if none does, or if single cells have their own
 */
public record Gallery(List<Cell> cells, int columns, int height, Optional<Marks> marks) {

    /** A notebook page, in pixels. */
    static final int PAGE = 920;

    private static final int GAP = 6;
    private static final int LETTERS = 13;
    private static final int CAPTION = LETTERS + 8;
    private static final int LEAST_LABELED = 96;

    /**
     * One picture.
     *
     * @param caption below it, possibly empty
     * @param frame color around it, to say whose it is or what became of it; empty for none
     * @param marks visible label of this picture, if it shows a made face
     */
    public record Cell(BufferedImage picture, String caption, Optional<Color> frame, Optional<Marks> marks) {

        /** A picture without a label of its own. */
        public Cell(BufferedImage picture, String caption, Optional<Color> frame) {
            this(picture, caption, frame, Optional.empty());
        }
    }

    /**
     * @throws IllegalArgumentException if columns or height make no sense; names the value
     */
    public Gallery {
        cells = List.copyOf(cells);
        if (columns < 0) {
            throw new IllegalArgumentException("columns must be 0 or more, got " + columns + "; try 6");
        }
        if (height < 8 || height > 2048) {
            throw new IllegalArgumentException("height must be 8 to 2048 pixels, got " + height + "; try 128");
        }
    }

    /** Pictures without captions. */
    public static Gallery of(BufferedImage... pictures) {
        return of(List.of(pictures));
    }

    /** Pictures without captions. */
    public static Gallery of(List<BufferedImage> pictures) {
        var gallery = new Gallery(List.of(), 0, 128, Optional.empty());
        for (var picture : pictures) {
            gallery = gallery.with("", picture);
        }
        return gallery;
    }

    /** One more picture. */
    public Gallery with(String caption, BufferedImage picture) {
        return with(new Cell(picture, caption, Optional.empty()));
    }

    /** One more picture, framed. */
    public Gallery with(String caption, BufferedImage picture, Color frame) {
        return with(new Cell(picture, caption, Optional.of(frame)));
    }

    /** One more picture, of a made face: labels it, and no other. */
    public Gallery with(String caption, BufferedImage made, Marks marks) {
        return with(new Cell(made, caption, Optional.empty(), Optional.of(marks)));
    }

    public Gallery withColumns(int value) {
        return new Gallery(cells, value, height, marks);
    }

    public Gallery withHeight(int value) {
        return new Gallery(cells, columns, value, marks);
    }

    /** For pictures of made faces: labels them. */
    public Gallery withMarks(Marks value) {
        return new Gallery(cells, columns, height, Optional.of(value));
    }

    /**
     * @throws IllegalStateException if there is no picture
     */
    public BufferedImage draw() {
        if (cells.isEmpty()) {
            throw new IllegalStateException("a gallery needs a picture: add one with with(caption, picture)");
        }
        var rows = rows();
        var width = rows.stream()
                .mapToInt(row -> row.stream().mapToInt(this::width).sum() + GAP * (row.size() - 1))
                .max()
                .orElseThrow();
        var tall = rows.stream().mapToInt(this::height).sum() + GAP * (rows.size() - 1);
        var sheet = new BufferedImage(width, tall, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Ink.PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        var y = 0;
        for (var row : rows) {
            var x = 0;
            for (var cell : row) {
                draw(cell, pen, x, y);
                x += width(cell) + GAP;
            }
            y += height(row) + GAP;
        }
        pen.dispose();
        var made = cells.stream().flatMap(cell -> marks(cell).stream()).findFirst();
        return made.isPresent() && height < LEAST_LABELED
                ? VisibleLabel.of(made.get(), sheet.getWidth(), sheet.getHeight())
                        .draw(sheet)
                : sheet;
    }

    /** A cell's own marks, or those of all. */
    private Optional<Marks> marks(Cell cell) {
        return cell.marks().or(() -> marks);
    }

    private Gallery with(Cell cell) {
        var more = new ArrayList<>(cells);
        more.add(cell);
        return new Gallery(more, columns, height, marks);
    }

    /** So many a row as asked for, or as the page is wide. */
    private List<List<Cell>> rows() {
        var rows = new ArrayList<List<Cell>>();
        var row = new ArrayList<Cell>();
        var used = 0;
        for (var cell : cells) {
            var full = columns > 0 ? row.size() == columns : used + width(cell) > PAGE;
            if (full && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(cell);
            used += width(cell) + GAP;
        }
        rows.add(row);
        return rows;
    }

    /** With room for captions if there are any. */
    private int height(List<Cell> row) {
        return row.stream().allMatch(cell -> cell.caption().isEmpty()) ? height : height + CAPTION;
    }

    private int width(Cell cell) {
        var picture = cell.picture();
        return Math.max(1, (int) Math.round((double) height * picture.getWidth() / picture.getHeight()));
    }

    private void draw(Cell cell, Graphics2D pen, int x, int y) {
        var width = width(cell);
        var picture = Warp.resize(Mats.bgr(cell.picture()), width, height);
        if (marks(cell).isPresent() && height >= LEAST_LABELED) {
            picture = VisibleLabel.of(marks(cell).get(), width, height).draw(picture);
        }
        pen.drawImage(picture, x, y, null);
        if (cell.frame().isPresent()) {
            pen.setColor(cell.frame().get());
            pen.setStroke(new BasicStroke(4));
            pen.drawRect(x + 2, y + 2, width - 4, height - 4);
        }
        if (!cell.caption().isEmpty()) {
            pen.setColor(Ink.TEXT);
            pen.setFont(Ink.font(LETTERS));
            var wide = pen.getFontMetrics().stringWidth(cell.caption());
            pen.drawString(cell.caption(), x + Math.max(0, (width - wide) / 2), y + height + LETTERS + 2);
        }
    }
}
