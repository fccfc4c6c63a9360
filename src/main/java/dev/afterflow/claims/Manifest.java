package dev.afterflow.claims;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.carriers.Trace;
import dev.afterflow.cases.Evidence;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Freezes what is laid before a carrier: files of the case by their hash, and what we knew of parcel and order, written down as it was. */
@Repository
class Manifest {

    /** How many papers a carrier is sent at most, counted over all filings. */
    static final int MOST = 40;

    private final JdbcClient jdbc;
    private final Evidence evidence;
    private final Carriers carriers;
    private final JsonMapper json;

    Manifest(JdbcClient jdbc, Evidence evidence, Carriers carriers, JsonMapper json) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.carriers = carriers;
        this.json = json;
    }

    /** One frozen paper; {@code evidenceId} for a file of the case, {@code snapshot} for what we wrote down ourselves. */
    record Paper(int n, int filing, String origin, UUID evidenceId, String name, String mediaType, long size, String sha256, String snapshot,
                 Instant frozenAt) {
    }

    List<Paper> of(String claimNo) {
        return jdbc.sql("select * from claims.paper where claim_no = :no order by n").param("no", claimNo).query(Manifest::paper).list();
    }

    /** Parcel, order and packing as we know them now, and the case's files, before the first filing. */
    void begin(ClaimView claim, Optional<Order> order, List<Orders.Packing> packed, Instant now) {
        Trace trace = carriers.trace(claim.shop(), claim.carrier(), claim.waybill());
        write(claim, 1, "TRACE", "trace-" + claim.waybill() + ".json", json.writeValueAsString(trace), now);
        order.ifPresent(of -> write(claim, 1, "ORDER", "order-" + of.orderId() + ".json", json.writeValueAsString(value(of)), now));
        packed.forEach(parcel -> write(claim, 1, "PACKING", "packing-" + parcel.waybill() + ".json", json.writeValueAsString(parcel), now));
        freeze(claim, 1, now);
    }

    /** The case's files that are not frozen yet, for this filing; answers how many came. */
    int freeze(ClaimView claim, int filing, Instant now) {
        List<Paper> before = of(claim.claimNo());
        Set<UUID> frozen = new HashSet<>();
        before.stream().filter(paper -> paper.evidenceId() != null).forEach(paper -> frozen.add(paper.evidenceId()));
        int n = before.size();
        for (Evidence.Item item : evidence.of(claim.caseNumber())) {
            if (n < MOST && !frozen.contains(item.id())) {
                byte[] bytes = evidence.content(item.id());
                insert(claim, new Paper(++n, filing, "EVIDENCE", item.id(), item.name(), item.type(), bytes.length, hex(bytes), null, now));
            }
        }
        return n - before.size();
    }

    private void write(ClaimView claim, int filing, String origin, String name, String text, Instant now) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        insert(claim, new Paper(of(claim.claimNo()).size() + 1, filing, origin, null, name, "application/json", bytes.length, hex(bytes), text, now));
    }

    private void insert(ClaimView claim, Paper paper) {
        jdbc.sql("""
                insert into claims.paper (claim_no, shop_id, n, filing, origin, evidence_id, name, media_type, size, sha256, snapshot, frozen_at)
                values (:no, :shop, :n, :filing, :origin, :evidence, :name, :type, :size, :hash, :snapshot, :now)""")
                .param("no", claim.claimNo()).param("shop", claim.shop()).param("n", paper.n()).param("filing", paper.filing())
                .param("origin", paper.origin()).param("evidence", paper.evidenceId()).param("name", paper.name())
                .param("type", paper.mediaType()).param("size", paper.size()).param("hash", paper.sha256())
                .param("snapshot", paper.snapshot()).param("now", Timestamp.from(paper.frozenAt())).update();
    }

    /** What proves the value to a carrier: what was bought and paid, without a word about who bought it. */
    private static Value value(Order order) {
        return new Value(order.orderId(), order.paidAt() == null ? null : order.paidAt().toString(), order.currency(), order.paid().minor(),
                order.items().stream().map(item -> new Value.Line(item.title(), item.quantity(), item.paid().minor())).toList());
    }

    /** The proof of value. */
    record Value(String orderId, String paidAt, String currency, long paidMinor, List<Line> lines) {

        /** A line of the order. */
        record Line(String title, int quantity, long paidMinor) {
        }
    }

    static String hex(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }

    private static Paper paper(ResultSet row, int n) throws SQLException {
        return new Paper(row.getInt("n"), row.getInt("filing"), row.getString("origin"), row.getObject("evidence_id", UUID.class),
                row.getString("name"), row.getString("media_type"), row.getLong("size"), row.getString("sha256"), row.getString("snapshot"),
                row.getTimestamp("frozen_at").toInstant());
    }
}
