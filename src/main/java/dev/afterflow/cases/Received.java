package dev.afterflow.cases;

import java.time.LocalDateTime;

/** A file that was checked and stands in the store, not yet part of a case. */
record Received(String name, String type, long size, String sha256, Integer width, Integer height, LocalDateTime taken,
                String contentKey, String thumbnailKey, EvidenceStore in) {

    /** Takes its bytes out of the store again. */
    void notNeeded() {
        in.forget(contentKey);
        if (thumbnailKey != null) {
            in.forget(thumbnailKey);
        }
    }
}
