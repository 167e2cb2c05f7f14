package doppel.notebook;

import doppel.figure.Ink;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A mask is shown in gray, beside a scale from 0 to 1. */
final class MaskView {

    private static final int HEIGHT = 256;
    private static final int GAP = 12;
    private static final int SCALE = 14;
    private static final int LETTERS = 13;
    private static final int ROOM = SCALE + 34;

    private MaskView() {}

    static Bundle of(Mask mask) {
        return Bundle.text(mask.toString()).withPicture(draw(mask));
    }

    private static BufferedImage draw(Mask mask) {
        var width = Math.max(1, Math.round((float) HEIGHT * mask.width() / mask.height()));
        var sheet = new BufferedImage(width + GAP + ROOM, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Ink.PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), HEIGHT);
        pen.drawImage(Warp.resize(Mats.bgr(mask.picture()), width, HEIGHT), 0, 0, null);
        scale(pen, width + GAP);
        pen.dispose();
        return sheet;
    }

    /** White, 1, is at the top. */
    private static void scale(Graphics2D pen, int left) {
        for (int y = 0; y < HEIGHT; y++) {
            var gray = 255 - 255 * y / (HEIGHT - 1);
            pen.setColor(new Color(gray, gray, gray));
            pen.drawLine(left, y, left + SCALE - 1, y);
        }
        pen.setColor(Ink.TEXT);
        pen.drawRect(left, 0, SCALE - 1, HEIGHT - 1);
        pen.setFont(Ink.font(LETTERS));
        pen.drawString("1", left + SCALE + 6, LETTERS - 1);
        pen.drawString("0.5", left + SCALE + 6, HEIGHT / 2 + LETTERS / 2 - 1);
        pen.drawString("0", left + SCALE + 6, HEIGHT - 2);
    }
}
