package doppel.figure;

import doppel.provenance.Marks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * Writes pictures as a GIF that plays for ever: a film that every page shows without a player.
 *
 * <p>Source: CompuServe, "GIF89a specification", 1990, and Netscape's application block for loops.
 */
final class GifFile {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int HUNDREDTHS = 30;
    private static final int HUNDREDTHS_AT_THE_END = 250;

    private GifFile() {}

    /** The file appears whole, or what was there before stays; its comment says what the label says. */
    static void write(List<BufferedImage> frames, Marks marks, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try {
            try (var stream = ImageIO.createImageOutputStream(part.toFile())) {
                writer.setOutput(stream);
                writer.prepareWriteSequence(null);
                for (int i = 0; i < frames.size(); i++) {
                    var pause = i == frames.size() - 1 ? HUNDREDTHS_AT_THE_END : HUNDREDTHS;
                    var facts = facts(writer, frames.get(i), pause, marks);
                    writer.writeToSequence(new IIOImage(frames.get(i), List.of(), facts), null);
                }
                writer.endWriteSequence();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            writer.dispose();
            Files.deleteIfExists(part);
        }
    }

    private static IIOMetadata facts(ImageWriter writer, BufferedImage frame, int hundredths, Marks marks)
            throws IOException {
        var facts = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromBufferedImageType(frame.getType()), writer.getDefaultWriteParam());
        var root = (IIOMetadataNode) facts.getAsTree(FORMAT);
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        var loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0}); // 0 times is for ever
        child(root, "ApplicationExtensions").appendChild(loop);
        var comment = new IIOMetadataNode("CommentExtension");
        comment.setAttribute("value", marks.label() + ", " + marks.sourceType().uri());
        child(root, "CommentExtensions").appendChild(comment);
        facts.setFromTree(FORMAT, root);
        return facts;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        var child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
