package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.time.Duration;
import java.util.List;

/** How a run with claims ends: all are filed, the carriers read their mail, answer and pay, and all that is heard. */
final class CarrierEnd {

    private final CarrierWorld world;
    private final Books books;
    private final Claimants claimants;

    CarrierEnd(CarrierWorld world, Books books, Claimants claimants) {
        this.world = world;
        this.books = books;
        this.claimants = claimants;
    }

    void come(long seed, List<Node> nodes, Buyers door) {
        Patience.until("nothing is left to send", Duration.ofSeconds(180), () -> hurried() && books.count("""
                select count(*) from carriers.request r where r.state in ('NEW','SENDING')""") == 0);
        Patience.until("claims are filed", Duration.ofSeconds(60), () -> unfiled(books) == 0);
        world.openMail(claimants.acknowledged());
        world.answerAndPay(seed, nodes, door);
        Patience.until("all that was said is heard", Duration.ofSeconds(180), () -> hurried() && books.count("""
                select (select count(*) from carriers.request where told > asked and state not in ('CHECK','BY_HAND'))
                  + (select count(*) from carriers.request where state = 'CHECK' and hint is not null)
                  + (select count(*) from carriers.answer a where verdict in ('AGREED', 'PART', 'DENIED') and not exists (select 1 from claims.answer c
                      where (c.number, c.verdict, c.reference) = (a.number, a.verdict, a.reference)))
                  + (select count(*) from dispatch.event_publication where publication_date < now() - interval '5 seconds')""") == 0);
    }

    /** As if the back-offs' time had gone by. */
    private boolean hurried() {
        books.change("update dispatch.outbox set next_at = now() where not done and lease_until is null and kind = 'carrier' "
                + "and next_at > now() + interval '5 seconds' and last_error is distinct from 'waits for the carrier'");
        return true;
    }

    static long unfiled(Books books) {
        return books.count("select count(*) from claims.claim where filings = 0 and closed_at is null");
    }
}
