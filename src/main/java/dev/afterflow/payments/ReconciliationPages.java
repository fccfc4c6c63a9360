package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.payments.Mismatches.Verdict;
import dev.afterflow.security.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What finance reads: the lines of a day, the differences and the accounts that should stand at zero, by pages. */
@Repository
@Transactional(readOnly = true)
class ReconciliationPages {

    private static final int LARGEST = 200;
    private static final int USUAL = 50;

    private final JdbcClient jdbc;

    ReconciliationPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines, and the cursor of the page after them; null on the last. */
    record Page(List<Item> items, String next) {
    }

    /** Whose question an account's balance is. */
    record Owner(String team, List<String> people) {
    }

    /** An account that must return to zero and does not stand there. */
    record Clearing(String shop, String account, Money balance, int items, Instant since, Owner owner) {
    }

    /** Which lines are wanted; null means all. */
    record Wanted(LocalDate day, String provider, String shop, Verdict verdict) {
    }

    Page statements(Wanted wanted, String after, Integer limit) {
        List<Item> found = jdbc.sql(JdbcMismatches.COLUMNS + """
                where i.day = :day and (:provider::text is null or i.provider = :provider) and (:shop::text is null or i.shop_id = :shop)
                  and (:verdict::text is null or i.verdict = :verdict) and i.id > :after
                  and not (i.verdict = 'ONLY_OURS' and i.resolved_by is not distinct from 'statement')
                order by i.id limit :most""")
            .param("day", wanted.day()).param("provider", wanted.provider()).param("shop", wanted.shop())
            .param("verdict", wanted.verdict() == null ? null : wanted.verdict().name()).param("after", cursor(after, 0))
            .param("most", size(limit) + 1).query(JdbcMismatches::item).list();
        return page(found, size(limit));
    }

    Page mismatches(boolean onlyOpen, String after, Integer limit) {
        List<Item> found = jdbc.sql(JdbcMismatches.COLUMNS + """
                where i.verdict <> 'MATCH' and (not :open or i.resolved_by is null) and i.id < :after order by i.id desc limit :most""")
            .param("open", onlyOpen).param("after", cursor(after, Long.MAX_VALUE)).param("most", size(limit) + 1)
            .query(JdbcMismatches::item).list();
        return page(found, size(limit));
    }

    List<Clearing> clearing() {
        return jdbc.sql("""
                select shop_id, holder || '/' || provider as account, currency, sum(held) as balance, count(*) as items, min(at) as since,
                  array_agg(distinct answered_by) filter (where answered_by is not null) as people
                from payments.recon_item where holder in ('clearing', 'claims')
                group by shop_id, holder, provider, currency order by 1, 2, 3""")
            .query((row, n) -> new Clearing(row.getString("shop_id"), row.getString("account"),
                new Money(row.getLong("balance"), row.getString("currency")), row.getInt("items"), row.getTimestamp("since").toInstant(),
                new Owner("finance", row.getArray("people") == null ? List.of() : Arrays.asList((String[]) row.getArray("people").getArray()))))
            .list();
    }

    private static Page page(List<Item> found, int size) {
        boolean more = found.size() > size;
        List<Item> items = more ? found.subList(0, size) : found;
        return new Page(items, more ? String.valueOf(items.get(size - 1).id()) : null);
    }

    private static int size(Integer limit) {
        return limit == null ? USUAL : Math.max(1, Math.min(LARGEST, limit));
    }

    private static long cursor(String after, long otherwise) {
        if (after == null || after.isBlank()) {
            return otherwise;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.malformed("after", "cursor", "请使用上一页给出的 next", "Use the next of the page before");
        }
        return Long.parseLong(after);
    }
}
