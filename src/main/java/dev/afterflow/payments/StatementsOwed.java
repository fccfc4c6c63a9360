package dev.afterflow.payments;

import dev.afterflow.dispatch.Thaw;
import dev.afterflow.providers.StatementSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a restore money may move again only when every provider has told what it moved since the backup, read after the
 * restore, and finance has answered for money we know nothing of.
 */
@Component
@Transactional(readOnly = true)
class StatementsOwed implements Thaw {

    private final List<StatementSource> sources;
    private final JdbcClient jdbc;

    StatementsOwed(List<StatementSource> sources, JdbcClient jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    @Override
    public List<Owed> owed(Instant backup, Instant restored) {
        List<Owed> owed = new ArrayList<>();
        for (StatementSource source : sources) {
            if (used(source.provider())) {
                source.accounts().forEach(account -> owed.addAll(statement(source, account, backup, restored)));
            }
        }
        long unknown = unknown(backup);
        if (unknown > 0) {
            owed.add(new Owed("differences", "账单中有 " + unknown + " 笔退款我们没有记录，等待财务答复",
                "The statements name " + unknown + " refunds we know nothing of; finance has to answer"));
        }
        return owed;
    }

    private List<Owed> statement(StatementSource source, String account, Instant backup, Instant restored) {
        LocalDate first = backup.atZone(source.zone()).toLocalDate();
        LocalDate last = restored.atZone(source.zone()).toLocalDate();
        List<LocalDate> unread = Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
            .filter(day -> !read(source.provider(), account, day, restored)).toList();
        if (unread.isEmpty()) {
            return List.of();
        }
        String where = source.provider() + "/" + account;
        String days = String.join(", ", unread.stream().map(LocalDate::toString).toList());
        return List.of(new Owed("statement:" + where, where + " 的账单：" + days, "The statement of " + where + ": " + days));
    }

    private boolean used(String provider) {
        return jdbc.sql("select exists (select 1 from payments.paid_order where provider = :provider)").param("provider", provider)
            .query(Boolean.class).single();
    }

    private boolean read(String provider, String account, LocalDate day, Instant restored) {
        return jdbc.sql("""
                select exists (select 1 from payments.statement_look where provider = :provider and account = :account and day = :day
                  and at > :restored)""").param("provider", provider).param("account", account).param("day", day)
            .param("restored", restored.atOffset(ZoneOffset.UTC)).query(Boolean.class).single();
    }

    private long unknown(Instant backup) {
        return jdbc.sql("""
                select count(*) from payments.recon_item i where i.verdict in ('ONLY_THEIRS', 'DUPLICATE_THEIRS') and i.resolved_by is null
                  and i.day >= (:backup::timestamptz at time zone 'UTC')::date - 1
                  and not exists (select 1 from payments.refund r where r.refund_no = i.refund_no)""")
            .param("backup", backup.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }
}
