package dev.afterflow.security;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who did what, in the transaction of the deed; within five seconds the row is linked into the shop's hash chain,
 * so that a later change, removal or insertion is found.
 */
@Component
public class Audit {

    /** The chain of deeds that belong to no shop. */
    public static final String HOUSE = "*";

    private final AuditRows rows;

    Audit(AuditRows rows) {
        this.rows = rows;
    }

    /**
     * Writes one line of the audit in the caller's transaction (which must be open).
     *
     * @param shop the shop's id, or {@link #HOUSE}
     * @param action what was done, such as {@code REFUND_APPROVED}
     * @param details before and after, masked: no names, phone numbers or addresses of buyers
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String shop, String action, String objectKind, String objectId, Map<String, ?> details) {
        rows.append(shop, action, objectKind, objectId, details, Who.ifAny().orElse(Who.SYSTEM));
    }
}
