package dev.afterflow.reviews;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How bad reviews stand. */
@Service
@Transactional(readOnly = true)
public class Reviews {

    private final JdbcBadReviews store;

    Reviews(JdbcBadReviews store) {
        this.store = store;
    }

    /** How a case's review stands; empty if the case is about none or lies outside the fence. */
    public Optional<Review> find(String caseNumber) {
        return store.find(caseNumber);
    }
}
