package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.Ground;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Marketplaces' matters as they were last told. */
@Repository
class JdbcPlatformMatters {

    private static final TypeReference<List<Ground>> GROUNDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcPlatformMatters(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A matter with what tells a newer word of it: {@code hash} of all that was told, {@code seq} how often. */
    record Kept(PlatformMatter matter, byte[] hash, int seq) {
    }

    Optional<PlatformMatter> find(String shop, String id) {
        return sql.sql("select * from platforms.matter where shop_id = :shop and id = :id").param("shop", shop).param("id", id)
            .query(JdbcPlatformMatters::matter).optional();
    }

    /** Held until the transaction ends. */
    Optional<Kept> lock(String shop, String id) {
        return sql.sql("select * from platforms.matter where shop_id = :shop and id = :id for update").param("shop", shop).param("id", id)
            .query((row, n) -> new Kept(matter(row, n), row.getBytes("hash"), row.getInt("seq"))).optional();
    }

    List<PlatformMatter> ofOrder(String shop, String orderId) {
        return sql.sql("select * from platforms.matter where shop_id = :shop and order_id = :order order by modified_at desc, id limit 50")
            .param("shop", shop).param("order", orderId).query(JdbcPlatformMatters::matter).list();
    }

    /** Refunds of this amount that buyers ask for in an order and that may be agreed to now, the longest waiting first. */
    List<String> payable(String shop, String platform, String orderId, Money amount) {
        return sql.sql("""
                select id from platforms.matter where shop_id = :shop and platform = :platform and order_id = :order and sort in ('REFUND', 'RETURN')
                  and state not in ('DONE', 'CLOSED') and 'AGREE_REFUND' = any (allows) and minor = :minor and currency = :currency
                order by told_at, id""")
            .param("shop", shop).param("platform", platform).param("order", orderId).param("minor", amount.minor()).param("currency", amount.currency())
            .query(String.class).list();
    }

    List<Ground> grounds(String shop, String id) {
        return sql.sql("select grounds::text from platforms.matter where shop_id = :shop and id = :id").param("shop", shop).param("id", id)
            .query(String.class).optional().map(text -> json.readValue(text, GROUNDS)).orElse(List.of());
    }

    /** Reviews that buyers may still change and nobody looked at since a moment, the longest unseen first. */
    List<PlatformMatter> unwatched(String platform, Collection<String> words, Instant writtenSince, Instant lookedBefore, int most) {
        return sql.sql("""
                select * from platforms.matter where platform = :platform and sort = 'REVIEW' and word = any (:words) and modified_at > :since and coalesce(looked_at, told_at) < :before
                order by coalesce(looked_at, told_at), id limit :most""")
            .param("platform", platform).param("words", words.toArray(String[]::new)).param("since", at(writtenSince)).param("before", at(lookedBefore)).param("most", most).query(JdbcPlatformMatters::matter).list();
    }

    /** False when somebody else brought it in first: look again. */
    boolean add(PlatformMatter matter, List<Ground> grounds, byte[] hash) {
        return told(sql.sql("""
                insert into platforms.matter (shop_id, platform, id, sort, order_id, line_id, state, step, word, version, minor, currency, reason_code,
                  reason_text, deadline, allows, may_not_zh, may_not_en, grounds, modified_at, hash)
                values (:shop, :platform, :id, :sort, :order, :line, :state, :step, :word, :version, :minor, :currency, :reason,
                  :text, :deadline, :allows, :zh, :en, cast(:grounds as jsonb), :modified, :hash)
                on conflict (shop_id, id) do nothing"""), matter, grounds, hash).update() == 1;
    }

    /** Grounds that were not asked for this time stay. */
    void replace(PlatformMatter matter, List<Ground> grounds, byte[] hash) {
        told(sql.sql("""
                update platforms.matter set platform = :platform, sort = :sort, order_id = :order, line_id = :line, state = :state, step = :step, word = :word,
                  version = :version, minor = :minor, currency = :currency, reason_code = :reason, reason_text = :text, deadline = :deadline, allows = :allows,
                  may_not_zh = :zh, may_not_en = :en, grounds = case when :grounds = '[]' then grounds else cast(:grounds as jsonb) end, modified_at = :modified, hash = :hash, seq = seq + 1, told_at = now()
                where shop_id = :shop and id = :id"""), matter, grounds, hash).update();
    }

    void looked(String shop, String id, Instant asked) {
        sql.sql("update platforms.matter set looked_at = greatest(looked_at, :asked) where shop_id = :shop and id = :id").param("asked", at(asked)).param("shop", shop)
            .param("id", id).update();
    }

    private JdbcClient.StatementSpec told(JdbcClient.StatementSpec statement, PlatformMatter matter, List<Ground> grounds, byte[] hash) {
        Money amount = matter.amount();
        return statement.param("shop", matter.shop()).param("platform", matter.platform()).param("id", matter.id()).param("sort", matter.sort().name())
            .param("order", matter.orderId()).param("line", matter.lineId()).param("state", matter.state().name()).param("step", matter.step().name())
            .param("word", matter.word()).param("version", matter.version()).param("minor", amount == null ? null : amount.minor())
            .param("currency", amount == null ? null : amount.currency()).param("reason", matter.reasonCode()).param("text", matter.reasonText())
            .param("deadline", at(matter.deadline())).param("allows", matter.allows().stream().map(Kind::name).sorted().toArray(String[]::new))
            .param("zh", matter.mayNotZh()).param("en", matter.mayNotEn()).param("grounds", json.writeValueAsString(grounds))
            .param("modified", at(matter.modifiedAt())).param("hash", hash);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static PlatformMatter matter(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime deadline = row.getObject("deadline", OffsetDateTime.class);
        return new PlatformMatter(row.getString("shop_id"), row.getString("platform"), Sort.valueOf(row.getString("sort")), row.getString("id"),
            row.getString("order_id"), row.getString("line_id"), State.valueOf(row.getString("state")), Step.valueOf(row.getString("step")),
            row.getString("word"), row.getString("version"), currency == null ? null : new Money(row.getLong("minor"), currency),
            row.getString("reason_code"), row.getString("reason_text"), deadline == null ? null : deadline.toInstant(),
            Arrays.stream((String[]) row.getArray("allows").getArray()).map(Kind::valueOf).collect(Collectors.toUnmodifiableSet()),
            row.getString("may_not_zh"), row.getString("may_not_en"), row.getObject("modified_at", OffsetDateTime.class).toInstant());
    }
}
