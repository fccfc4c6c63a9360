package dev.afterflow.logistics;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What buyers send back: where it is, what came, in which state. */
@Service
@Transactional
public class ReturnedGoods {

    private final JdbcGoodsReturns store;

    ReturnedGoods(JdbcGoodsReturns store) {
        this.store = store;
    }

    /** The latest return of a case; empty if nothing was to come back or the case lies outside the fence. */
    @Transactional(readOnly = true)
    public Optional<GoodsReturn> of(String caseNumber) {
        return store.latest(caseNumber);
    }
}
