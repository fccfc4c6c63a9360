package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Recomputes the chains; a line changed, removed or inserted by anybody, the owner of the table included, is found. */
@Component
class AuditVerifier {

    private static final Logger log = LoggerFactory.getLogger(AuditVerifier.class);
    private static final int STRIDE = 1_000;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    AuditVerifier(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    record Link(long place, byte[] hash, Long seq, String text) {
    }

    /** Once an hour, every chain: a break is an alarm in the log. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void verifyAll() {
        List<String> chains = everywhere(() ->
                sql.sql("select distinct shop_id from security.audit_seal").query(String.class).list());
        chains.forEach(this::verify);
    }

    private void verify(String shop) {
        try {
            firstBreak(shop).ifPresent(found -> log.error("AUDIT_BROKEN chain {}: {}", shop, found));
        } catch (RuntimeException unread) {
            log.error("AUDIT_UNREAD chain {}", shop, unread);
        }
    }

    /** Where the chain of the shop breaks first, in words for an operator; empty when it is sound. */
    Optional<String> firstBreak(String shop) {
        byte[] hash = new byte[32];
        long place = 0;
        List<Link> links;
        do {
            links = after(shop, place);
            for (Link link : links) {
                place++;
                if (link.place() != place) {
                    return Optional.of("place " + place + " is missing");
                }
                if (link.seq() == null) {
                    return Optional.of("the line at place " + place + " was removed");
                }
                hash = AuditSealer.hash(hash, link.text());
                if (!Arrays.equals(hash, link.hash())) {
                    return Optional.of("line " + link.seq() + " at place " + place + " was changed");
                }
            }
        } while (links.size() == STRIDE);
        return unsealed(shop);
    }

    private List<Link> after(String shop, long place) {
        return everywhere(() -> sql.sql("""
                select seal.place, seal.hash, line.seq, security.audit_text(line) as text
                  from security.audit_seal seal left join security.audit line on line.seq = seal.seq
                 where seal.shop_id = :shop and seal.place > :place
                 order by seal.place limit :stride
                """).param("shop", shop).param("place", place).param("stride", STRIDE).query(Link.class).list());
    }

    private Optional<String> unsealed(String shop) {
        return everywhere(() -> sql.sql("""
                select 'line ' || line.seq || ' was never sealed'
                  from security.audit line left join security.audit_seal seal on seal.seq = line.seq
                 where line.shop_id = :shop and seal.seq is null and line.xid < pg_snapshot_xmin(pg_current_snapshot())
                   and line.at < clock_timestamp() - interval '1 minute'
                 order by line.seq limit 1
                """).param("shop", shop).query(String.class).optional());
    }

    private <T> T everywhere(Supplier<T> work) {
        return Fence.everywhere(() -> transactions.execute(status -> work.get()));
    }
}
