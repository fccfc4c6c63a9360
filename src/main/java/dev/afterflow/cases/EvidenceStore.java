package dev.afterflow.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** Where the bytes of evidence stand, outside the database; a disk here, a bucket where an operator has one. */
interface EvidenceStore {

    /** Keeps the bytes for good and answers their random name; throws Problem 507 when there is no room. */
    String put(InputStream content) throws IOException;

    Resource open(String key);

    /** Forgets bytes whose row was never committed. */
    void forget(String key);

    /** A place for a file being received, removed by the caller. */
    Path desk() throws IOException;
}
