package dev.afterflow.carriers;

import java.util.List;

/** What is attached to a request: asked of the room that made it, at the moment it is sent. */
public interface Papers {

    /** The frozen papers of the request with this number; empty when it is not yours or has none. */
    List<Paper> of(String number);

    /** One frozen copy; {@code sha256} in small hex. */
    record Paper(String name, String mediaType, byte[] content, String sha256) {
    }
}
