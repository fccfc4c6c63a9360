package dev.afterflow.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An import as people see it: how far it is and what became of its rows. */
record ImportJob(UUID id, String shop, String name, String kind, String preset, State state, long total, long done,
                 long accepted, long duplicate, long rejected, String errorZh, String errorEn, String createdBy,
                 Instant createdAt, Instant startedAt, Instant finishedAt, List<Source> files,
                 @JsonIgnore String mapping) {

    /** READING: files are read and counted; RUNNING: rows are taken. */
    enum State {
        QUEUED, READING, RUNNING, DONE, FAILED, CANCELLED
    }

    /** One of its files. */
    record Source(String alias, String name, long size, String sha256, Long rows, @JsonIgnore String stored,
                  @JsonIgnore String format) {
    }

    Source file(String alias) {
        return files.stream().filter(file -> file.alias().equals(alias)).findFirst().orElse(null);
    }
}
