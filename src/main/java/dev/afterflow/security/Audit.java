package dev.afterflow.security;

import java.util.Map;
import java.util.Optional;
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
    private final AuditVerifier verifier;

    Audit(AuditRows rows, AuditVerifier verifier) {
        this.rows = rows;
        this.verifier = verifier;
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

    /** Walks the whole chain of the shop: true when nothing was changed, removed, inserted or left unsealed. */
    public boolean verify(String shop) {
        return firstBreak(shop).isEmpty();
    }

    /** Where the chain of the shop breaks first, in words for an operator; empty when it is sound. */
    public Optional<String> firstBreak(String shop) {
        return verifier.firstBreak(shop);
    }
}
