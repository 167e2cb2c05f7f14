package doppel.provenance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint by which a manifest knows a file: 64 hexadecimal digits that change when one bit does. */
public final class Sha256 {

    private Sha256() {}

    /** Of a file, read once and never held in memory whole. */
    public static String of(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "%s %s: check the path".formatted(file, Files.exists(file) ? "may not be read" : "does not exist"));
        }
        var digest = digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
