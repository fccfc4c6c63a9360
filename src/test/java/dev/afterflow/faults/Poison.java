package dev.afterflow.faults;

import dev.afterflow.cluster.Patience;
import java.time.Duration;
import java.util.List;

/** F9: what always fails: a step that throws, a letter that cannot be read, an outbox row that leads nowhere. */
final class Poison {

    private static final String NOWHERE = "RNOWHERENOWHERENOWHERENOWHg0";

    private final Field field;

    Poison(Field field) {
        this.field = field;
    }

    /** From now on the refund of a poisoned order cannot be written down, whoever tries. */
    void spread() {
        field.books.change("""
                create function payments.poison() returns trigger language plpgsql as $$
                begin raise exception 'poison' using errcode = 'raise_exception'; end $$""", """
                create trigger poison before insert on payments.refund for each row
                when (new.payment_id like 'PAY-POISON%') execute function payments.poison()""", """
                insert into dispatch.outbox (kind, lane, ref, shop_id) values ('refund', 'refund/sandbox', '%s', '%s')"""
                .formatted(NOWHERE, Buyers.SHOP));
    }

    /** Letters nobody can read, each between lawful ones: only they are refused. */
    List<String> letters() {
        String good = "{\"sku\":\"P-2003-A\",\"available\":%d,\"at\":\"2026-11-20T10:00:00Z\"}";
        String huge = "{\"sku\":\"" + "x".repeat(70_000) + "\",\"available\":1,\"at\":\"2026-11-20T10:00:00Z\"}";
        boolean lawful = field.buyers.tell(field.nodes.get(0), "stock", good.formatted(5));
        boolean broken = field.buyers.tell(field.nodes.get(0), "stock", "{\"sku\":");
        boolean tooLong = field.buyers.tell(field.nodes.get(0), "stock", huge);
        boolean deep = field.buyers.tell(field.nodes.get(0), "stock", "[".repeat(2_000) + "]".repeat(2_000));
        boolean mixed = field.buyers.tell(field.nodes.get(1), "stock", "[" + good.formatted(6) + "," + huge + "," + good.formatted(7) + "]");
        field.diary.note("F9", "letters taken: lawful " + lawful + ", broken " + broken + ", huge " + tooLong + ", deep " + deep
                + ", mixed " + mixed);
        return lawful && mixed && !broken && !tooLong && !deep ? List.of() : List.of("unreadable letters were not told apart");
    }

    /** Lets the hours of retries go by for the poisoned cases only, until each has come to a person; answers how many there are. */
    long awaitIncidents(long cases) {
        Patience.within(Duration.ofSeconds(120), () -> {
            field.books.change("""
                    update public.act_ru_job j set duedate_ = now() from payments.part p
                    where j.retries_ > 0 and j.lock_owner_ is null and p.payment_id like 'PAY-POISON%'
                      and j.process_instance_id_ in (select e.proc_inst_id_ from public.act_ru_execution e where e.business_key_ = p.case_number)""");
            Patience.lasts(Duration.ofSeconds(1));
            return stopped() == cases;
        });
        field.diary.note("F9", stopped() + " of " + cases + " poisoned cases stand at an incident, and only they");
        field.books.change("delete from dispatch.outbox where ref = '" + NOWHERE + "'");
        return stopped();
    }

    private long stopped() {
        return field.books.count("""
                select count(distinct c.number) from public.act_ru_incident i join public.act_ru_execution e on e.id_ = i.proc_inst_id_
                  join cases.case_file c on c.number = e.business_key_ where c.order_id like 'POISON%'""");
    }
}
