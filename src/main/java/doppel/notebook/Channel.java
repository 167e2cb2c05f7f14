package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A line between one Java object and its twin on the page; a "comm" in Jupyter's words.
 *
 * @param id 32 hexadecimal digits
 * @param target name of whoever answers on the other side
 * @param receiver is told what the page sends
 */
record Channel(String id, String target, BiConsumer<JsonNode, List<byte[]>> receiver) {}
