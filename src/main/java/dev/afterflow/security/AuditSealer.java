package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links the audit's lines into their chains, one node at a time. Lines of running transactions wait: only what lies before
 * the oldest of them is linked, so nothing can appear later at an earlier place.
 */
@Component
class AuditSealer {

    private static final int BATCH = 1_000;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    AuditSealer(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    record Line(long seq, String xid, String shop, String text) {
    }

    record End(long place, byte[] hash) {
    }

    @Scheduled(fixedDelayString = "PT2S")
    void seal() {
        int sealed;
        do {
            sealed = Fence.everywhere(() -> transactions.execute(status -> mine() ? sealBatch() : 0));
        } while (sealed == BATCH);
    }

    /** {@code SHA-256(previous hash ‖ text)}; the text holds the line's number. */
    static byte[] hash(byte[] previous, String text) {
        return DigestUtils.updateDigest(DigestUtils.updateDigest(DigestUtils.getSha256Digest(), previous), text).digest();
    }

    private int sealBatch() {
        Map<String, End> ends = new HashMap<>();
        List<Line> lines = toSeal();
        for (Line line : lines) {
            End end = ends.computeIfAbsent(line.shop(), this::end);
            End next = new End(end.place() + 1, hash(end.hash(), line.text()));
            append(line, next);
            ends.put(line.shop(), next);
        }
        return lines.size();
    }

    private boolean mine() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('security.audit_seal'))").query(Boolean.class).single();
    }

    private List<Line> toSeal() {
        return sql.sql("""
                select line.seq, line.xid::text as xid, line.shop_id as shop, security.audit_text(line) as text
                  from security.audit line
                 where line.xid < pg_snapshot_xmin(pg_current_snapshot())
                   and (line.xid, line.seq) > (coalesce((select xid from security.audit_seal order by xid desc, seq desc limit 1), '0'::xid8),
                                               coalesce((select seq from security.audit_seal order by xid desc, seq desc limit 1), 0))
                 order by line.xid, line.seq limit :batch
                """).param("batch", BATCH).query(Line.class).list();
    }

    private End end(String shop) {
        return sql.sql("select place, hash from security.audit_seal where shop_id = :shop order by place desc limit 1")
                .param("shop", shop).query(End.class).optional().orElse(new End(0, new byte[32]));
    }

    private void append(Line line, End end) {
        sql.sql("""
                insert into security.audit_seal (shop_id, place, seq, xid, hash)
                values (:shop, :place, :seq, :xid::xid8, :hash)
                """).param("shop", line.shop()).param("place", end.place()).param("seq", line.seq())
                .param("xid", line.xid()).param("hash", end.hash()).update();
    }
}
