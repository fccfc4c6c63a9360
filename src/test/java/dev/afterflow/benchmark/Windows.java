package dev.afterflow.benchmark;

import dev.afterflow.cluster.Postgres;
import dev.afterflow.security.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a manager looks at and what an agent types, among many orders and cases: milliseconds over HTTP, and a day's events counted. */
final class Windows {

    private static final int PATIENCE_MINUTES = 60;
    private static final int STUCK = 3_000;
    /** Clones are all alike: each buyer gets a telephone of their own, each order and case a day of the last ninety. */
    private static final String[] SPREAD = {
        "set session_replication_role = replica",
        "update orders.buyer set name = '买家' || abs(hashtext(buyer_id)) % 90000, phone = '138' || lpad((abs(hashtext(buyer_id || 'x')) % 100000000)::text, 8, '0')",
        "update orders.shop_order set created_at = now() - (abs(hashtext(order_id)) % 7776000) * interval '1 second'",
        "update cases.case_file set opened_at = now() - (abs(hashtext(number)) % 7776000) * interval '1 second' where state <> 'CLOSED'",
        """
        insert into cockpit.waiting (instance, shop_id, case_number, kind, model, activity, entered_at)
        select 'bench-' || w.task_id, w.shop_id, w.case_number, w.kind, m.id, w.task, w.created_at
          from tasks.work_item w join cockpit.model m on m.definition = w.process_definition on conflict do nothing""",
        """
        insert into cockpit.step_now as s (shop_id, kind, model, activity, waiting, stuck, oldest)
        select shop_id, kind, model, activity, count(*), 0, min(entered_at) from cockpit.waiting group by 1, 2, 3, 4
        on conflict (model, activity, shop_id, kind) do update set waiting = excluded.waiting""",
        """
        insert into dispatch.outbox (kind, lane, ref, shop_id, attempts, next_at, last_error)
        select 'refund', 'nobody/benchmark', 'bench/' || n, 'lanting', 9, now() + interval '1 day', 'SocketTimeoutException' from generate_series(1, %d) n
        on conflict do nothing""".formatted(STUCK),
        "set session_replication_role = origin",
        "vacuum analyze"};

    private final Postgres server;
    private final String database;

    Windows(Postgres server, String database) {
        this.server = server;
        this.database = database;
    }

    void spread() {
        server.run(database, SPREAD);
        server.run(database, "select pg_stat_statements_reset()");
    }

    Map<String, Lists.Speed> cockpit(Visitor manager) {
        Map<String, Lists.Speed> speeds = new LinkedHashMap<>();
        speeds.put("cockpit: overview, 30 days", Lists.speed(manager, "/api/cockpit/overview?days=30"));
        speeds.put("cockpit: processes as heat", Lists.speed(manager, "/api/cockpit/processes?days=30"));
        speeds.put("cockpit: what stopped, by cause", Lists.speed(manager, "/api/cockpit/incidents"));
        String key = manager.get("/api/cockpit/incidents").json().path(0).path("key").asString();
        speeds.put("cockpit: failures of a cause", Lists.speed(manager, "/api/cockpit/incidents/" + key + "/failures"));
        return speeds;
    }

    Map<String, Lists.Speed> search(Visitor agent) {
        Map<String, Lists.Speed> speeds = new LinkedHashMap<>();
        speeds.put("search: four digits of a phone", found(agent, text("select right(phone, 4) from orders.buyer where shop_id = 'lanting' order by buyer_id offset 77 limit 1")));
        speeds.put("search: an order", found(agent, text("select order_id from orders.shop_order where shop_id = 'lanting' order by order_id offset 777 limit 1")));
        speeds.put("search: a waybill", found(agent, text("select waybill from orders.shipment where shop_id = 'lanting' order by order_id offset 777 limit 1")));
        speeds.put("search: a case", found(agent, text("select number from cases.case_file where shop_id = 'lanting' order by number offset 777 limit 1")));
        speeds.put("search: a buyer's name", found(agent, text("select name from orders.buyer where shop_id = 'lanting' order by buyer_id offset 777 limit 1")));
        speeds.put("search: nothing there is", Lists.speed(agent, "/api/search?q=zzzz-nobody"));
        return speeds;
    }

    private static Lists.Speed found(Visitor agent, String words) {
        String path = "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        if (!agent.get(path).body().contains("\"orderId\"") && !agent.get(path).body().contains("\"number\"")) {
            throw new IllegalStateException("Nothing is found for " + words);
        }
        return Lists.speed(agent, path);
    }

    /** Seconds until so many events of one day, told all at once, are in the cockpit's counts. */
    double day(int events) {
        server.run(database, """
                insert into engine.flow_event (at, id, root, case_number, definition, who, events)
                select now(), gen_random_uuid(), root, case_number, definition, who, events from engine.flow_event
                 where case_number is not null limit %d""".formatted(events));
        long begun = System.nanoTime();
        String told = text("select max(at)::text from engine.flow_event");
        while (!text("select coalesce(read_to > '" + told + "', false)::text from cockpit.reader").equals("true")) {
            if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
                throw new IllegalStateException("The cockpit has not counted " + events + " events in " + PATIENCE_MINUTES + " minutes");
            }
            Threads.rest(200);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private String text(String query) {
        try (Connection connection = server.connect(database); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
