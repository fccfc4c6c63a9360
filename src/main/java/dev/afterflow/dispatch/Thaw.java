package dev.afterflow.dispatch;

import java.time.Instant;
import java.util.List;

/** What must be known before a house that was restored from a backup may send anything again; a room that sends says it. */
public interface Thaw {

    /**
     * Something not known yet.
     *
     * @param name a stable word, such as {@code statement:alipay/house} or {@code differences}
     * @param zh what it is, in Chinese
     * @param en what it is, in English
     */
    record Owed(String name, String zh, String en) {
    }

    /** What is not known yet of the time between the backup and the restore; empty when everything is. */
    List<Owed> owed(Instant backup, Instant restored);
}
