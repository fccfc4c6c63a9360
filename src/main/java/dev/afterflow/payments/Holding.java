package dev.afterflow.payments;

import dev.afterflow.payments.Mismatches.Item;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a difference on an account until it is answered: {@code clearing} while a person looks, {@code claims} while the
 * provider owes it, {@code corrections} when the house bears it; no account when it was none of ours. The provider's account
 * so always says what the statement says.
 */
@Component
@Transactional
class Holding {

    static final String CLEARING = "clearing";
    static final String CLAIMS = "claims";
    static final String CORRECTIONS = "corrections";

    private final JdbcMismatches items;
    private final Ledger ledger;

    Holding(JdbcMismatches items, Ledger ledger) {
        this.items = items;
        this.ledger = ledger;
    }

    /** Moves what is held of this item to another account; null gives it back to the provider's. */
    void move(Item item, String holder) {
        hold(item, item.difference().minor(), holder);
    }

    /** Gives back what was held before and holds this amount. */
    void hold(Item item, long amount, String holder) {
        int moves = item.moves();
        if (item.holder() != null) {
            ledger.held(item, ++moves, item.holder(), null, item.held());
        }
        String next = amount == 0 ? null : holder;
        if (next != null) {
            ledger.held(item, ++moves, null, next, amount);
        }
        items.held(item.id(), next == null ? 0 : amount, next, moves);
    }
}
