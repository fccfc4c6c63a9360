package dev.afterflow.dispatch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves rows done more than thirty days ago out of the dispatcher's way, a thousand a transaction. */
@Component
class OutboxArchive {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    OutboxArchive(JdbcClient jdbc, TransactionTemplate tx) {
        this.jdbc = jdbc;
        this.tx = tx;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 86_400_000)
    void everyDay() {
        int moved;
        do {
            moved = tx.execute(status -> move());
        } while (moved == BATCH);
    }

    private int move() {
        return jdbc.sql("""
                with ripe as materialized (select id from dispatch.outbox
                    where done and done_at < now() - interval '30 days' order by done_at limit :batch for update skip locked),
                old as (delete from dispatch.outbox using ripe where outbox.id = ripe.id returning outbox.*),
                kept as (insert into dispatch.outbox_archive select * from old on conflict do nothing)
                select count(*) from old""").param("batch", BATCH).query(Integer.class).single();
    }
}
