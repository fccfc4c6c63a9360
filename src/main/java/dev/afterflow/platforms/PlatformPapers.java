package dev.afterflow.platforms;

import java.util.List;

/** What goes with a request: asked of the room that made it in a transaction, at the moment it is sent. */
public interface PlatformPapers {

    /** The frozen papers of the request with this number, the most telling first; empty when it is not yours or has none. */
    List<Paper> of(String number);

    /**
     * One frozen copy; {@code sha256} in small hex.
     *
     * @param field where it belongs among the marketplace's kinds of evidence, such as {@code shipping_documentation}; null for anywhere
     */
    record Paper(String name, String mediaType, byte[] content, String sha256, String field) {
    }
}
