package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own, somebody who may import into it, and eyes on what came of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportBench {

    final String shop;
    private final String prefix;
    @LocalServerPort
    int port;
    @Autowired
    JdbcClient sql;
    @Autowired
    Shops shops;
    @Autowired
    PlatformTransactionManager transactions;
    Visitor owner;

    ImportBench(String shop, String prefix) {
        this.shop = shop;
        this.prefix = prefix;
    }

    @BeforeAll
    void open() {
        shops.open(new Shop(shop, prefix, "进口", "Imports", "shopify", "America/Sao_Paulo", "BRL", "BR", "en"));
        owner = Visitor.as("owner", port);
    }

    String wish(String preset) {
        return "{\"name\":\"" + preset + "\",\"shop\":\"" + shop + "\",\"preset\":\"" + preset + "\"}";
    }

    Answer order(String preset, Map<String, byte[]> files) {
        return Sender.upload(owner, "/api/imports", wish(preset), files);
    }

    JsonNode done(Answer ordered) {
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
        return done(ordered.json().get("id").asString());
    }

    JsonNode done(String id) {
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(250)).until(() ->
                Set.of("DONE", "FAILED", "CANCELLED").contains(job(id).get("state").asString()));
        return owner.get("/api/imports/" + id).json();
    }

    JsonNode job(String id) {
        return JsonMapper.shared().readTree(text("select jsonb_build_object('state', state, 'done', done)::text"
                + " from intake.import_job where id = '" + id + "'"));
    }

    long count(String table, String like) {
        return number("select count(*) from orders." + table + " where shop_id = '" + shop + "' and order_id like '" + like + "'");
    }

    long number(String query) {
        return new TransactionTemplate(transactions).execute(status -> sql.sql(query).query(Long.class).single());
    }

    String text(String query) {
        return new TransactionTemplate(transactions).execute(status -> sql.sql(query).query(String.class).single());
    }

    void sql(String update) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.sql(update).update());
    }
}
