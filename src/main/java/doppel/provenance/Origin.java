package doppel.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an output was made from: all that the maker has to tell the writer, which does the rest.
 *
 * @param inputs clips, face folders, models
 * @param options by name, in the order in which a reader should see them; records are fine
 * @param consents aliases of everyone whose face went in
 */
public record Origin(List<FileHash> inputs, Map<String, Object> options, List<String> consents) {

    public Origin {
        inputs = List.copyOf(inputs);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        consents = List.copyOf(consents);
    }
}
