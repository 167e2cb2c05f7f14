package doppel.actor;

import doppel.compute.Json;
import doppel.provenance.Consent;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A synthetic person that ships with Doppel: a clip of them talking, and the consent that they carry.
 *
 * <p>Actors pass the same gate as people do. Their consent says {@code synthetic} and names the hash of the labels that
 * their frames were rendered with.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param alias {@code actor-a} or {@code actor-b}
 * @param clip frames and sound
 * @param labels a JSON line a frame: seconds, head pose in radians, 68 landmarks in frame pixels
 * @param consent what the actor may be used for
 */
public record ActorClip(String alias, Path clip, Path labels, Consent consent) {

    /** The names that {@link #sample} knows. */
    public static final List<String> NAMES = List.of("a", "b");

    /** What an actor is called in consent records and folders: {@code actor-a} for {@code a}. */
    public static String alias(String name) {
        return "actor-" + name;
    }

    /**
     * An actor of the shipped samples.
     *
     * @param samples the folder {@code data/samples}
     * @param name {@code a} or {@code b}
     * @throws IllegalArgumentException if there is no such actor
     * @throws IOException if a file of the samples is missing, or the labels are not those that the consent names
     */
    public static ActorClip sample(Path samples, String name) throws IOException {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no actor is called \"%s\": choose one of %s".formatted(name, NAMES));
        }
        var alias = alias(name);
        var clip = samples.resolve(alias + ".mp4");
        if (!Files.isRegularFile(clip)) {
            throw new IOException("the sample clip %s is missing: get it back with git checkout".formatted(clip));
        }
        var labels = samples.resolve(alias + ".labels.jsonl");
        var consent = Json.read(samples.resolve(alias + ".consent.json"), Consent.class);
        if (!consent.recipeSha256().equals(Optional.of(Sha256.of(labels)))) {
            throw new IOException(
                    "%s has other labels than the consent of %s names: get the samples back with git checkout"
                            .formatted(labels, alias));
        }
        return new ActorClip(alias, clip, labels, consent);
    }
}
