package dev.afterflow.disputes;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How disputes stand. */
@Service
@Transactional(readOnly = true)
public class Disputes {

    private final JdbcDisputes store;
    private final DisputeCards cards;

    Disputes(JdbcDisputes store, DisputeCards cards) {
        this.store = store;
        this.cards = cards;
    }

    /** How a case's dispute stands; empty if the case is none or lies outside the fence. */
    public Optional<Dispute> find(String caseNumber) {
        return store.find(caseNumber).map(cards::counted);
    }
}
