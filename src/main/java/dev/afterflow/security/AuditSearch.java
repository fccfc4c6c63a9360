package dev.afterflow.security;

import dev.afterflow.database.Fence;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit, page by page from its newest line, of the chains an asker may read and no others. */
@Component
class AuditSearch {

    private static final int MOST_EXPORTED = 50_000;

    private final JdbcClient sql;
    private final JdbcPeople people;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    AuditSearch(JdbcClient sql, JdbcPeople people, Audit audit, TransactionOperations transactions, JsonMapper json) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
    }

    /** A line as it was written; {@code shop} is {@code *} for the house. */
    record Line(long seq, Instant at, String shop, String action, String kind, String object, String who, String whoKind, String roles,
                String request, String address, JsonNode details, boolean sealed) {
    }

    /** What is looked for; null means anything. */
    record Wanted(String shop, String who, String action, String kind, String object, Instant from, Instant until) {
    }

    record Words(List<String> actions, List<String> kinds) {
    }

    /** Where a page ended. */
    record Place(Instant at, long seq) {

        static Place of(Line line) {
            return new Place(line.at(), line.seq());
        }

        String written() {
            String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "|" + seq;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String word) {
            if (word == null || word.isBlank()) {
                return null;
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\\|", 2);
                return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
            } catch (RuntimeException notOurs) {
                throw Problem.malformed("after", "cursor", "请使用上一页返回的游标", "Use the cursor the page before gave");
            }
        }
    }

    List<Line> page(Who asker, Wanted wanted, Place after, int limit) {
        List<String> chains = chains(asker).stream().filter(chain -> wanted.shop() == null || chain.equals(wanted.shop())).toList();
        String conditions = (wanted.who() == null ? "" : " and line.who = :who") + (wanted.action() == null ? "" : " and line.action = :action")
                + (wanted.kind() == null ? "" : " and line.object_kind = :kind") + (wanted.object() == null ? "" : " and line.object_id = :object")
                + (wanted.from() == null ? "" : " and line.at >= :from") + (wanted.until() == null ? "" : " and line.at < :until")
                + (after == null ? "" : " and (line.at, line.seq) < (:at, :seq)");
        return everywhere(() -> bound(sql.sql("""
                select line.*, exists (select 1 from security.audit_seal seal where seal.seq = line.seq) as sealed
                  from security.audit line where line.shop_id = any (:chains)%s
                 order by line.at desc, line.seq desc limit :limit
                """.formatted(conditions)), wanted, after).param("chains", chains.toArray(String[]::new)).param("limit", limit)
                .query(this::line).list());
    }

    /** 404 for a chain the asker may not read. */
    void demandReadable(Who asker, String chain) {
        if (!chains(asker).contains(chain)) {
            throw Problem.notFound("chain");
        }
    }

    long sealed(String chain) {
        return everywhere(() -> sql.sql("select coalesce(max(place), 0) from security.audit_seal where shop_id = :chain")
                .param("chain", chain).query(Long.class).single());
    }

    /** What occurred among the newest lines: enough to choose from, whatever the audit's length. */
    Words words(Who asker) {
        List<Line> newest = page(asker, new Wanted(null, null, null, null, null, null, null), null, 2_000);
        return new Words(newest.stream().map(Line::action).distinct().sorted().toList(), newest.stream().map(Line::kind).distinct().sorted().toList());
    }

    byte[] csv(Who asker, Wanted wanted) {
        List<Line> lines = page(asker, wanted, null, MOST_EXPORTED);
        transactions.executeWithoutResult(status -> audit.record(Audit.HOUSE, "AUDIT_EXPORTED", "audit", String.valueOf(wanted.shop()),
                Map.of("lines", lines.size(), "wanted", wanted.toString())));
        List<String> rows = new ArrayList<>();
        rows.add(CsvCells.row(List.of("seq", "at", "shop", "who", "whoKind", "roles", "action", "objectKind", "object", "request", "address", "details")));
        lines.forEach(line -> rows.add(CsvCells.row(Stream.of(line.seq(), line.at(), line.shop(), line.who(), line.whoKind(), line.roles(), line.action(),
                line.kind(), line.object(), line.request(), line.address(), line.details()).map(cell -> cell == null ? "" : cell.toString()).toList())));
        return ("\uFEFF" + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> chains(Who asker) {
        boolean house = people.byId(asker.id()).filter(Person::everyShop).isPresent();
        return Stream.concat(asker.shops().stream(), house ? Stream.of(Audit.HOUSE) : Stream.empty()).toList();
    }

    private static StatementSpec bound(StatementSpec spec, Wanted wanted, Place after) {
        StatementSpec bound = spec.param("who", wanted.who()).param("action", wanted.action()).param("kind", wanted.kind()).param("object", wanted.object());
        if (wanted.from() != null) {
            bound = bound.param("from", wanted.from().atOffset(ZoneOffset.UTC));
        }
        if (wanted.until() != null) {
            bound = bound.param("until", wanted.until().atOffset(ZoneOffset.UTC));
        }
        return after == null ? bound : bound.param("at", after.at().atOffset(ZoneOffset.UTC)).param("seq", after.seq());
    }

    private Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("shop_id"), row.getString("action"),
                row.getString("object_kind"), row.getString("object_id"), row.getString("who"), row.getString("who_kind"), row.getString("roles"),
                row.getString("request_id"), row.getString("address"), json.readTree(row.getString("details")), row.getBoolean("sealed"));
    }

    private <T> T everywhere(Supplier<T> work) {
        return Fence.everywhere(() -> transactions.execute(status -> work.get()));
    }
}
