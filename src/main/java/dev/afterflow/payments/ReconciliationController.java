package dev.afterflow.payments;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows finance where our books and a provider's statement differ. */
@RestController
@RequestMapping("/api/payments/reconciliation")
class ReconciliationController {

    private static final int MOST = 500;

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** The differences nobody has explained yet, the newest day first. */
    @GetMapping
    @PreAuthorize("hasAnyRole('FINANCE', 'OWNER', 'MANAGER', 'DIRECTOR')")
    List<JdbcStatements.Item> open() {
        return reconciliation.open(MOST);
    }
}
