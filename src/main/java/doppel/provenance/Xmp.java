package doppel.provenance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The mark for programs: a packet inside the file that says how the picture came to be.
 *
 * <p>Unlike the manifest beside it, it travels with the file. Re-encoding loses it: nothing inside a file survives
 * that, which is why the label is drawn into the picture.
 *
 * <p>Book: chapter 2, "Preventing damage from deepfakes". Source: ISO 16684-1 (XMP), and IPTC's
 * {@code Iptc4xmpExt:DigitalSourceType}.
 *
 * @param sourceType how the picture came to be
 */
public record Xmp(SourceType sourceType) {

    /** A packet of ours has 500 bytes; whoever puts a megabyte there means no good. */
    static final int MOST_BYTES = 1_000_000;

    private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /**
     * Puts this packet into a finished file.
     *
     * @param file a PNG, or an MP4 without a packet
     * @throws IOException if the file is neither, or cannot be written
     */
    public void addTo(Path file) throws IOException {
        if (isPng(file)) {
            PngXmp.write(file, packet());
        } else {
            Mp4Xmp.append(file, packet());
        }
    }

    /**
     * Reads the packet of a PNG or MP4.
     *
     * @return empty if the file has none, or one that names no source type that Doppel writes
     * @throws IOException if the file is neither, is damaged, or cannot be read
     */
    public static Optional<Xmp> of(Path file) throws IOException {
        var packet = isPng(file) ? PngXmp.read(file) : Mp4Xmp.read(file);
        return packet.isPresent() ? parse(packet.get()) : Optional.empty();
    }

    /** The packet's text. */
    public String packet() {
        // the odd id is the same in every packet in the world: readers that scan raw bytes search for it
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about=""
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:Iptc4xmpExt="%s"
                    xmp:CreatorTool="Doppel"
                    Iptc4xmpExt:DigitalSourceType="%s"/>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(IPTC, sourceType.uri());
    }

    /** What a packet says, whoever wrote it: programs differ in writing the value as an attribute or an element. */
    static Optional<Xmp> parse(String packet) throws IOException {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(new StringReader(packet));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    var attribute = xml.getAttributeValue(IPTC, "DigitalSourceType");
                    var element = xml.getNamespaceURI() != null
                            && xml.getNamespaceURI().equals(IPTC)
                            && xml.getLocalName().equals("DigitalSourceType");
                    if (attribute != null || element) {
                        return Optional.of(new Xmp(SourceType.of(element ? xml.getElementText() : attribute)));
                    }
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        } catch (XMLStreamException broken) {
            throw new IOException("the XMP packet is no XML: " + broken.getMessage());
        }
    }

    private static boolean isPng(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file: give the path of a PNG or MP4");
        }
        try (var channel = FileChannel.open(file)) {
            return PngXmp.startsHere(channel);
        }
    }
}
