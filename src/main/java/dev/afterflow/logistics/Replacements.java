package dev.afterflow.logistics;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is sent out again: reserved, picked, on its way, arrived. */
@Service
@Transactional
public class Replacements {

    private final JdbcReplacements store;
    private final Replacing replacing;

    Replacements(JdbcReplacements store, Replacing replacing) {
        this.store = store;
        this.replacing = replacing;
    }

    /** What was reserved for a case and has not left is for others again; nothing happens where nothing is reserved. */
    public void free(String caseNumber) {
        replacing.withdrawn(caseNumber);
    }

    /** Which pieces go out again in this case, by line; what was said before no longer holds. Without them it is what the case asks about. */
    public void pieces(String caseNumber, Map<String, Integer> byLine) {
        replacing.pieces(caseNumber, byLine);
    }

    /** The latest replacement of a case; empty if none was asked for or the case lies outside the fence. */
    @Transactional(readOnly = true)
    public Optional<Replacement> of(String caseNumber) {
        return store.latest(caseNumber);
    }
}
